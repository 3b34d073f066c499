#!/usr/bin/env python3
"""Twelve ugly files, made here, and what comes out of them.

    python3 tests/suites/ugly.py [--attune | --parse build/release/tests/parse_file] [--keep FOLDER]

Prints a table and ends with 1 if a file does not give the rows that a person would read out of it.
"""
import argparse
import collections
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def workbook(rows, shared=()):
    """A workbook of one sheet; rows as XML."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                         'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/>'
                         '<sheets><sheet name="March" sheetId="1" r:id="rId1"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="x/worksheet"/></Relationships>')
        archive.writestr("xl/styles.xml", '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
        archive.writestr("xl/sharedStrings.xml", "<sst>" + "".join(f"<si><t>{s}</t></si>" for s in shared) + "</sst>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
    return made.getvalue()


def archive_of(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


# name, what is ugly about it, its bytes, how many rows are in it, the first row
FILES = [
    ("bank_style.csv", "four lines before the header, semicolons, decimal commas, Windows-1252, a total below",
     ("Laden Müller\nExport vom 3.4.2024\n\nAlle Filialen\nDatum;Kunde;Betrag;Bemerkung\n"
      "01.03.2024;Jürgen Groß;1.234,50;schön verpackt\n02.03.2024;Änne Weiß;17,00;zu spät\n"
      "03.03.2024;Öz;8,90;gern wieder\n04.03.2024;Bo;12,00;ok\n\nSumme;;;\n").encode("cp1252"),
     4, {"Datum": "01.03.2024", "Kunde": "Jürgen Groß", "Betrag": "1.234,50", "Bemerkung": "schön verpackt"}),
    ("no_mark.txt", "UTF-16 without a byte order mark, tabs",
     "".join(["name\tstars\ttext\n"] + [f"Guest {i}\t{i % 5 + 1}\tCame on day {i} and liked it\n" for i in range(1, 6)]).encode("utf-16-le"),
     5, {"name": "Guest 1", "stars": "2", "text": "Came on day 1 and liked it"}),
    ("quotes.csv", "quotes that are never closed, quotes inside quotes, a row with a cell too many and one too few",
     (b"id,day,text,stars\n1,2024-01-01,\"She said \"\"never again\"\"\",1\n2,2024-01-02,\"five 5\" shelves, all bent\",2\n"
      b"3,2024-01-03,a text, with a comma,4\n4,2024-01-04,\"fine,4\n5,2024-01-05,good bread,5\n6,2024-01-06,short\n7,2024-01-07,\"kind, quick\",5\n"
      b"8,2024-01-08,\"warm soup\",4\n9,2024-01-09,\"cold soup\",2\n"),
     9, {"id": "1", "day": "2024-01-01", "text": 'She said "never again"', "stars": "1"}),
    ("stacked.csv", "two tables one below the other",
     b"Product,Price\nMug,12.00\nBowl,18.50\n\nCustomer,Email,Orders\nAnn,ann@mail.example,4\nBo,bo@mail.example,1\n",
     4, {"Product": "Mug", "Price": "12.00"}),
    ("twice.csv", "three exports pasted into one file, each with its header",
     b"order,date,total\n1,2024-01-01,5.00\n2,2024-01-02,6.00\norder,date,total\n3,2024-02-01,7.00\norder,date,total\n4,2024-03-01,8.00\n5,2024-03-02,9.00\n",
     5, {"order": "1", "date": "2024-01-01", "total": "5.00"}),
    ("pipes.txt", "two characters as the separator",
     b"name||rating||review\nAnn||5||Lovely, warm | bread\nBo||2||Waited, and waited\nCy||4||Good; came again\n",
     3, {"name": "Ann", "rating": "5", "review": "Lovely, warm | bread"}),
    ("answer.json", "what an interface answers: the list three levels down, objects inside, JSON as text",
     json.dumps({"status": "ok", "page": {"number": 1, "result": {"items": [
         {"id": 7, "author": {"name": "Ann", "city": "Ulm"}, "stars": 5, "tags": ["bread", "staff"], "extra": "{\"seen\": true}"},
         {"id": 8, "author": {"name": "Bo"}, "stars": None, "tags": []}]}}}).encode(),
     2, {"id": "7"}),
    ("holiday.zip", "an archive with a table, reviews, a picture and a folder",
     archive_of({"a/orders.csv": "order,total\n1,5.00\n2,6.00\n", "reviews.jsonl": '{"text":"Good bread","stars":5}\n{"text":"Dry cake","stars":2}\n',
                 "logo.png": b"\x89PNG\r\n\x1a\n" + bytes(40), "__MACOSX/._x": b"\0"}),
     4, {"order": "1", "total": "5.00"}),
    ("zeros.csv", "zero bytes, three kinds of line ends, two byte order marks, empty lines",
     b"\xef\xbb\xbfname,stars\r\nAnn,5\n\n\nBo\x00,2\r\nCy,4\n",
     3, {"name": "Ann", "stars": "5"}),
    ("cafe.csv", "letters garbled before it was saved",
     ("name,text\n" + "".join(f"Zoë {i},Das Café war schön und die Brötchen groß\n" for i in range(6))).encode("utf-8").decode("cp1252").encode("utf-8"),
     6, None),
    ("march.xlsx", "a workbook with dates from 1904, inline and shared texts, a title above the table, empty rows",
     workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>Reviews of March</t></is></c></row>'
              '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row>'
              '<row r="4"><c r="A4" s="1"><v>43889</v></c><c r="B4"><v>5</v></c><c r="C4" t="inlineStr"><is><t>Fresh &amp; warm</t></is></c></row>'
              '<row r="5"><c r="A5" s="1"><v>43890</v></c><c r="B5"><v>2</v></c><c r="C5" t="s"><v>3</v></c></row>', ["day", "stars", "text", "Too dry"]),
     2, {"day": "2024-02-29", "stars": "5", "text": "Fresh & warm"}),
    ("headers.csv", "two rows of header, a name twice, a column without one",
     b"Visit,,Rating,Rating,\nDay,Place,Food,Staff,\n2024-01-01,Ulm,5,4,x\n2024-01-02,Graz,3,5,y\n2024-01-03,Wien,4,4,z\n",
     3, None),
]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--parse", default=str(ROOT / "build/release/tests/parse_file"))
    options.add_argument("--attune", action="store_true")
    options.add_argument("--keep")
    options = options.parse_args()
    parse = [str(ROOT / "ci/attune"), "parse"] if options.attune else [options.parse]
    good = True
    print("| dropped in | what is ugly | came out | told |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(options.keep or made)
        folder.mkdir(parents=True, exist_ok=True)
        for name, ugly, data, rows, first in FILES:
            (folder / name).write_bytes(data)
            done = subprocess.run([*parse, str(folder / name), *([] if options.attune else ["--all"])], capture_output=True, timeout=120)
            read = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
            told = collections.Counter()
            for line in done.stderr.decode("utf-8").splitlines():
                told[json.loads(line)["kind"] if line.startswith("{") else line] += 1
            right = len(read) == rows and (first is None or first.items() <= read[0].items())
            good = good and right
            print(f"| {name} | {ugly} | {'' if right else '**WRONG** '}{len(read)} rows, first {json.dumps(read[0], ensure_ascii=False) if read else '-'} "
                  f"| {', '.join(f'{count} {kind}' for kind, count in sorted(told.items()))} |", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
