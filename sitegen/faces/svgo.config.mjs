// 소수 둘째 자리는 한 픽셀의 백분의 일이다.
export default {
  multipass: true,
  floatPrecision: 2,
  plugins: ["preset-default"],
}
