import numpy as np

from lessons.cnn.preprocessing.colour import hsv_to_rgb, rgb_to_hsv, rgb_to_ycbcr

colours = {"주황": (255, 128, 0), "어두운 주황": (128, 64, 0), "회색": (128, 128, 128)}
for name, colour in colours.items():
    hsv = rgb_to_hsv(np.array(colour) / 255)
    ycc = rgb_to_ycbcr(np.array([[colour]]))[0, 0]
    print(f"{name}: 색상 {360 * hsv[0]:.0f}°, 채도 {hsv[1]:.2f}, 명도 {hsv[2]:.2f}")
    print("  Y, Cb, Cr =", *ycc.round().astype(int))
    print("  되돌린 RGB =", *(255 * hsv_to_rgb(hsv)).round().astype(int))
