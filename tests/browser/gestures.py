"""도구를 깨우고, 마우스로 끌고, 손가락으로 밀고, 주소에 남은 것을 본다."""


def wake(widget):
    """도구까지 내려가 깨운다. 깨어난 속을 돌려준다."""
    widget.scroll_into_view_if_needed()
    frame = widget.locator(".frame")
    frame.wait_for()
    frame.evaluate("e => e.scrollIntoView({block: 'center'})")
    return frame


def centre(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, locator, dx, dy):
    x, y = centre(locator)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + dy, steps=6)
    page.mouse.up()


def swipe(page, locator, dx, dy):
    x, y = centre(locator)
    touch = page.context.new_cdp_session(page)

    def send(kind, *at):
        points = [{"x": px, "y": py} for px, py in at]
        event = {"type": kind, "touchPoints": points}
        touch.send("Input.dispatchTouchEvent", event)

    send("touchStart", (x, y))
    for i in range(1, 7):
        send("touchMove", (x + dx * i / 6, y + dy * i / 6))
    send("touchEnd")


def kept(page, name: str, value: str | None) -> bool:
    """손을 멈춘 뒤 주소에 그 상태가 남는가."""
    query = "([name, value]) => new URL(location).searchParams.get(name) === value"
    page.wait_for_function(query, arg=[name, value], timeout=5000)
    return True
