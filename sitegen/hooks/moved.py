"""번호가 바뀐 장의 옛 주소에, 새 주소로 보내는 쪽을 둔다.

mkdocs-redirects가 하는 일 가운데 이 책에 쓰이는 것이다. 어디로 보낼지를 mkdocs.yml이
아니라 book.yml의 장에서 찾아야 하므로 여기서 한다.
"""

from html import escape

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from sitegen.book import site

PAGE = """\
<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<title>{title}: 자리를 옮겼다</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={url}">
</head>
<body>
<p>이 장은 <a href="{url}">{title}</a>(으)로 옮겼다.</p>
</body>
</html>
"""


def on_files(files, config):
    chapters = {c.key: c for rows in site.read_syllabus(config).values() for c in rows}
    for old, key in (site.book().get("moved") or {}).items():
        chapter = chapters.get(key)
        target = chapter and files.get_file_from_path(chapter.uri)
        if not target:
            raise PluginError(
                f"book.yml: moved의 {old}이(가) 없는 장 {key}을(를) 가리킨다. "
                "그 줄을 지우거나 있는 장을 적는다."
            )
        uri = f"{old}/index.html"
        page = PAGE.format(
            title=escape(chapter.title),
            url=get_relative_url(target.url, f"{old}/"),
            canonical=escape(config.site_url + target.url),
        )
        files.append(File.generated(config, uri, content=page))
    return files
