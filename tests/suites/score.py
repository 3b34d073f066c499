#!/usr/bin/env python3
"""Scores the readers on suites written by others, which live beside the project in ../shared/suites.

    python3 tests/suites/score.py [--attune | --parse build/release/tests/parse_file] [--only NAME] [--verbose]

--attune scores what a user gets, `ci/attune parse`, and takes minutes; without it the readers are scored alone, compiled
natively, first table only (encodings that the host decodes cannot be scored so).

Each suite prints one line. Exit 1 if a suite is below its target, 77 (skipped) if the suites are not there.
Pollock's measures are F1 of header cells, of records and of cells, each as bags, after Vitagliano et al. (VLDB 2023).
"""
import argparse
import collections
import csv
import io
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUITES = ROOT.parent / "shared" / "suites"
csv.field_size_limit(1 << 30)


def run(parse, path, *options):
    try:
        done = subprocess.run([*parse, str(path), *options], capture_output=True, timeout=60)
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        return "timeout", b"", ""


def f1(ours, theirs):
    ours, theirs = collections.Counter(ours), collections.Counter(theirs)
    hits = sum((ours & theirs).values())
    if not ours and not theirs:
        return 1.0
    return 2 * hits / (sum(ours.values()) + sum(theirs.values()))


# Two of the twelve cannot be equal as they are stored: the line ends of newlines_crlf.csv are no longer CRLF, and the
# telephone number of location_coordinates.csv is not the one in its JSON. They are compared without that.
def comparable(rows):
    rows = [rows] if isinstance(rows, dict) else rows
    return [{name: "" if name == "Contact Phone Number" else cell.replace("\r\n", "\n") for name, cell in row.items()}
            for row in rows]


def score_csv_spectrum(parse, verbose):
    equal, failed = 0, []
    for path in sorted((SUITES / "csv_spectrum/csvs").glob("*.csv")):
        code, out, _ = run(parse, path)
        rows = [json.loads(line) for line in out.splitlines()]
        meant = json.loads((SUITES / "csv_spectrum/json" / (path.stem + ".json")).read_text("utf-8"))
        if code == 0 and comparable(rows) == comparable(meant):
            equal += 1
        else:
            failed.append(path.name)
    return f"csv_spectrum: {equal} of {equal + len(failed)} equal {failed}", not failed


def score_json(parse, verbose):
    wrong, counts = [], collections.Counter()
    for path in sorted((SUITES / "json_test_suite").rglob("*.json")):
        kind = path.name[0]
        code, _, error = run(parse, path)
        counts[kind] += 1
        right = code == 0 if kind == "y" else code == 2 if kind == "n" else code in (0, 2)
        if kind == "n" and code == 2 and "line" not in error and "empty" not in error:
            right = False
        if not right:
            wrong.append((path.name, code))
    return f"json_test_suite: {dict(counts)}, wrong: {wrong}", not wrong


def score_calamine(parse, verbose):
    read, refused, wrong = 0, 0, []
    for path in sorted((SUITES / "calamine").rglob("*")):
        if path.suffix not in (".xlsx", ".ods", ".xls"):
            continue
        code, _, error = run(parse, path)
        if code == 0:
            read += 1
        elif code == 2 and error.strip():
            refused += 1
            if verbose:
                print("  ", path.name, "->", error.strip())
        else:
            wrong.append((path.name, code))
    return f"calamine: {read} read, {refused} refused with a sentence, wrong: {wrong}", not wrong


def score_encodings(parse, verbose):
    if len(parse) == 1:
        return "encodings: need --attune, because the host decodes them", True
    equal, told, wrong = 0, [], []
    for path in sorted((SUITES / "encoding_rs").rglob("*_in.txt")):
        ours = run(parse, path)
        meant = run(parse, path.with_name(path.stem + "_ref.txt"))
        if ours[0] == meant[0] == 0 and ours[1] == meant[1]:
            equal += 1
        elif "are unknown in this encoding" in ours[2]:
            # Node's tables of Big5 lack Hong Kong's characters, and its EUC-JP has 21 that the reference lacks.
            ours, meant = ours[1].splitlines(), meant[1].splitlines()
            told.append((path.name, sum(a != b for a, b in zip(ours, meant)), "of", len(meant)))
        else:
            wrong.append(path.name)
    total = equal + len(told) + len(wrong)
    return f"encodings: {equal} of {total} equal to their UTF-8 references, rows that differ and say so {told}, wrong {wrong}", equal == total


def csv_rows(data):
    return [tuple(row) for row in csv.reader(io.StringIO(data.decode("utf-8", "replace"), newline="")) if row]


def score_pollock(parse, verbose):
    totals, worst = [], []
    for path in sorted((SUITES / "pollock_sample/csv").glob("*.csv")):
        code, out, _ = run(parse, path, "--csv")
        clean = csv_rows((SUITES / "pollock_sample/clean" / path.name).read_bytes())
        ours = csv_rows(out) if code == 0 else []
        if not ours:
            totals.append((0, 0, 0))
            worst.append((0, path.name))
            continue
        scores = (f1(ours[0], clean[0]), f1(ours[1:], clean[1:]),
                  f1((c for r in ours[1:] for c in r), (c for r in clean[1:] for c in r)))
        totals.append(scores)
        worst.append((sum(scores) / 3, path.name, scores))
    means = [10 * sum(t[i] for t in totals) / len(totals) for i in range(3)]
    mean = sum(means) / 3
    if verbose:
        for line in sorted(worst)[:40]:
            print("  ", line)
    return (f"pollock: {mean:.3f} of 10 (header {means[0]:.3f}, record {means[1]:.3f}, cell {means[2]:.3f}) "
            f"on {len(totals)} files"), mean >= 9.6


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--parse", default=str(ROOT / "build/release/tests/parse_file"))
    options.add_argument("--attune", action="store_true")
    options.add_argument("--only", default="")
    options.add_argument("--verbose", action="store_true")
    options = options.parse_args()
    if not SUITES.is_dir():
        print("SKIPPED: the suites are not beside the project (../shared/suites)")
        return 77
    parse = [str(ROOT / "ci/attune"), "parse"] if options.attune else [options.parse]
    good = True
    for suite in (score_csv_spectrum, score_json, score_calamine, score_encodings, score_pollock):
        if options.only in suite.__name__:
            line, reached = suite(parse, options.verbose)
            print(("ok    " if reached else "BELOW ") + line, flush=True)
            good = good and reached
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
