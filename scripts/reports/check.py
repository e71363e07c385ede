"""Opens the PDF and the workbook of hostile answers with other programs, and says what each found.

Fails at what is not as PDF/UA-1 asks (tags, language, title, words for every figure, fonts in the file) and at every cell that
a program takes for a formula.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl
import pikepdf

from served import instrument_items

HOSTILE = ['=HYPERLINK("http://example.org","x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "=cmd|'/c calc'!A0", "模型 مرحبا שלום"]


def answers(items):
    """Ten people, what they answer by turns, and a hostile name each."""
    people = []
    for place in range(10):
        given = {item: (place + at) % 5 + 1 for at, item in enumerate(items)}
        people.append({"id": f"{HOSTILE[place % len(HOSTILE)]}{place}", "roles": ["DS"], "answers": given})
    return json.dumps({"respondents": people})


def tagged(pdf):
    root = pdf.Root
    assert root.MarkInfo.Marked, "marked"
    assert str(root.Lang) == "en-GB", root.Lang
    assert root.ViewerPreferences.DisplayDocTitle, "the title is shown"
    with pdf.open_metadata() as about:
        assert str(about["pdfuaid:part"]) == "1" and about["dc:title"], "PDF/UA-1 and a title"
    kinds, figures = {}, 0
    waiting = [root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        kind = str(element.get("/S", "")) if isinstance(element, pikepdf.Dictionary) else ""
        if kind:
            kinds[kind] = kinds.get(kind, 0) + 1
        if kind == "/Figure":
            figures += 1
            assert str(element.get("/Alt", "")).strip(), "a figure without words"
        below = element.get("/K") if isinstance(element, pikepdf.Dictionary) else None
        below = list(below) if isinstance(below, pikepdf.Array) else [below]
        waiting.extend(one for one in below if isinstance(one, pikepdf.Dictionary) and "/S" in one)
    assert kinds.get("/H1") and kinds.get("/Table") and kinds.get("/TH"), kinds
    return f"{len(pdf.pages)} pages, {sum(kinds.values())} tags, {figures} figures, each with words"


def embedded(pdf):
    names = set()
    for page in pdf.pages:
        for _, font in page.Resources.get("/Font", pikepdf.Dictionary()).items():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            described = below.FontDescriptor
            assert any(name in described for name in ("/FontFile", "/FontFile2", "/FontFile3")), font.BaseFont
            names.add(str(font.BaseFont).split("+")[-1])
    return ", ".join(sorted(names))


def inert(path, folder):
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert not formulas, formulas
    print(f"openpyxl: {len(book.worksheets)} sheets, {len(cells)} cells, no formula")
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not there: not looked at.")
        return
    command = [office, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "fods", "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    flat = pathlib.Path(folder, "book.fods").read_text(encoding="utf-8")
    assert "table:formula" not in flat and "<table:table " in flat, "LibreOffice sees a formula"
    print(f"LibreOffice: opened, {flat.count('<table:table ')} sheets, no formula")


def main(binary):
    items = sorted(set(instrument_items(binary)))
    with tempfile.TemporaryDirectory() as folder:
        given, paper, book = (str(pathlib.Path(folder, name)) for name in ("answers.json", "paper.pdf", "book.xlsx"))
        pathlib.Path(given).write_text(answers(items), encoding="utf-8")
        name = HOSTILE[0] + HOSTILE[-1]
        subprocess.run([binary, "report", given, "--team-name", name, "--out", paper, "--xlsx", book], check=True)
        with pikepdf.open(paper) as pdf:
            print("pikepdf:", tagged(pdf))
            print("pikepdf: fonts in the file:", embedded(pdf))
        text = subprocess.run(["pdftotext", paper, "-"], check=True, capture_output=True).stdout.decode()
        assert '=HYPERLINK("http://example.org","x")' in text.replace("\n", ""), "a name is printed as it was typed"
        print(f"pdftotext: {len(text)} characters, the team's name as it was typed")
        inert(book, folder)


main(sys.argv[1])
