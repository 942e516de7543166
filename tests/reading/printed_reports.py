#!/usr/bin/env python3
"""Prints example reports to PDF with Chromium and has the program read them back.

Each text becomes a web page with headings, lists and tables; what `northlight report read` then
finds in the PDF has to be what tests/examples/reading expects of the text. Only lines may differ.

    printed_reports.py NORTHLIGHT SOURCE_FOLDER
"""
import html
import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile

# Example, and the width of the last column: a narrow one breaks "Requires improvement" in two.
REPORTS = [
    ("columns-of-spaces", "12em"),
    ("tabs-between-cells", "6em"),
    ("standards-of-2018", "6em"),
    ("joint-inspection", "12em"),
    ("domain-two-not-rated", "12em"),
    ("welsh-name-and-eight-standards", "6em"),
    ("offending-team-of-2018", "6em"),
    ("recommendations-that-start-again", "12em"),
]
FOOTER = re.compile(r"\s*Inspection of youth .*\s\d+$")
BULLET = re.compile(r"\s*[•–*-]\s+(.*)")
OPENS = re.compile(r"\s*(\d\d?[.)]\s|\d\.\d\.?\s|Domain )")
ASKED = re.compile(r"(.*\?)\s*(\d+%)$")
CELLS = re.compile(r"\t|\s{2,}")


def blocks_of(text):
    """The text as (kind, content): rows of tables, items of lists, paragraphs."""
    blocks = []
    wrapped = False  # the line before was full, so that its paragraph may go on
    for line in text.replace("\f", "\n").splitlines():
        line = line.rstrip()
        if not line.strip() or FOOTER.match(line):
            wrapped = False
            blocks.append(("gap", None))
            continue
        bullet = BULLET.match(line)
        cells = [cell for cell in CELLS.split(line.strip()) if cell]
        if asked := ASKED.match(line.strip()):
            cells = list(asked.groups())
        elif len(cells) == 2 and re.fullmatch(r"\d(\.\d)?\.?", cells[0]):
            cells = [" ".join(cells)]  # a heading and its number
        last = blocks[-1][0] if blocks else "gap"
        if bullet:
            blocks.append(("item", bullet[1]))
        elif re.match(r"\s*\d+[.)]\s+[a-z]", line):
            blocks.append(("text", line.strip()))
        elif len(cells) > 1:
            blocks.append(("row", cells))
        elif last in ("text", "item") and (wrapped or line.startswith("   ")) and not OPENS.match(line):
            blocks[-1] = (last, blocks[-1][1] + " " + line.strip())
        else:
            blocks.append(("text", cells[0]))
        wrapped = len(line.strip()) >= 72 and len(cells) == 1
    return blocks


def page_of(text, width):
    parts = [
        "<!doctype html><html lang=en-GB><meta charset=utf-8><title>Report</title><style>",
        "body{font:11pt Arial,sans-serif}table{width:100%;border-collapse:collapse}td{padding:2pt 6pt}",
        "td:last-child:not(:first-child){width:" + width + "}</style>",
    ]
    open_tag = ""
    for kind, content in blocks_of(text):
        wanted = {"row": "table", "item": "ul"}.get(kind, "")
        if kind == "gap":
            continue
        if wanted != open_tag:
            parts.append((f"</{open_tag}>" if open_tag else "") + (f"<{wanted}>" if wanted else ""))
            open_tag = wanted
        if kind == "row":
            parts.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in content) + "</tr>")
        elif kind == "item":
            parts.append(f"<li>{html.escape(content)}</li>")
        else:
            parts.append(f"<p>{html.escape(content)}</p>")
    return "".join(parts)


def print_to_pdf(launcher, folder, name, page):
    source = os.path.join(folder, name + ".html")
    with open(source, "w", encoding="utf-8") as stream:
        stream.write(page)
    os.chmod(source, 0o644)
    pdf = os.path.join(folder, name + ".pdf")
    environment = dict(os.environ, NORTHLIGHT_PROFILE=folder)
    done = subprocess.run(
        [launcher, "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
         "--no-pdf-header-footer", f"--user-data-dir={folder}", f"--print-to-pdf={pdf}", f"file://{source}"],
        env=environment, capture_output=True, text=True, timeout=120)
    if not os.path.exists(pdf):
        sys.exit(f"Chromium printed no PDF of {name}:\n{done.stderr[-2000:]}")
    return pdf


def facts_of(read):
    """What was read, in the form of the expected files."""
    facts = {
        "published": read["published"],
        "fieldwork": read["fieldwork_started"],
        "fieldwork_started": read["fieldwork_first_day"],
        "joint": read["joint"],
        "edition": read["edition"],
        "score": read["score"],
        "score_maximum": read["score_maximum"],
        "overall": read["overall_rating"],
        "samples": read["samples"],
        "findings": sorted(finding["code"] for finding in read["findings"]),
        "recommendations": [[one["number"], one["addressee"], one["text"]] for one in read["recommendations"]],
        "disposals": {one["type"]: one["cases"] for one in read["disposals"]},
        "windows": {one["domain"]: [one["from"], one["to"]] for one in read["case_windows"]},
        "ratings": {one["id"]: one["rating"] for one in read["standards"]},
        "percentages": {},
        "strengths": {},
        "areas": {},
    }
    for one in read["standards"]:
        if one["key_questions"]:
            facts["percentages"][one["id"]] = {
                asked["lens"]: [figure for figure in (asked["percent"], asked["yes"], asked["of"])
                                if figure is not None]
                for asked in one["key_questions"]}
        if one["strengths"]:
            facts["strengths"][one["id"]] = [item["text"] for item in one["strengths"]]
        if one["areas_for_improvement"]:
            facts["areas"][one["id"]] = [item["text"] for item in one["areas_for_improvement"]]
    return facts


def main():
    program, source = sys.argv[1:3]
    if shutil.which("chromium") is None:
        print("Chromium is not installed (Debian package chromium): nothing was printed or read.")
        return 77
    examples = os.path.join(source, "tests/examples/reading")
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="northlight-printed-") as folder:
        launcher = os.path.join(folder, "chromium_unprivileged")
        shutil.copy(os.path.join(source, "tests/browser/chromium_unprivileged"), launcher)
        if os.getuid() == 0:
            account = pwd.getpwnam("nobody")
            os.chown(folder, account.pw_uid, account.pw_gid)
        for name, width in REPORTS:
            with open(os.path.join(examples, name + ".txt"), encoding="utf-8") as stream:
                page = page_of(stream.read(), width)
            with open(os.path.join(examples, name + ".json"), encoding="utf-8") as stream:
                expected = json.load(stream)
            pdf = print_to_pdf(launcher, folder, name, page)
            done = subprocess.run([program, "report", "read", pdf, "--format", "json"],
                                  capture_output=True, text=True, timeout=120)
            if not done.stdout:
                sys.exit(f"{name}: nothing was read: {done.stderr}")
            facts = facts_of(json.loads(done.stdout)[0])
            expected["findings"] = sorted(finding.split()[0] for finding in expected["findings"])
            for what, fact in facts.items():
                if what in expected and fact != expected[what]:
                    wrong += 1
                    print(f"{name}: {what}\n  expected {expected[what]}\n  read     {fact}")
    print(f"{len(REPORTS)} reports were printed and read; {wrong} kinds of fact differ.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
