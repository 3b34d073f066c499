#!/usr/bin/env python3
"""Writes single_byte_tables.cpp: bytes 0x80 to 0xFF of each single-byte encoding, from Python's codecs.

    python3 src/ingest/make_single_byte_tables.py > src/ingest/single_byte_tables.cpp

Where Python leaves a byte undefined, the WHATWG Encoding Standard reads 0x80-0x9F as the C1 control of the same
number and everything else as U+FFFD; so do we.
"""
LABELS = {
    "windows-1250": "cp1250", "windows-1251": "cp1251", "windows-1252": "cp1252", "windows-1253": "cp1253",
    "windows-1254": "cp1254", "windows-1255": "cp1255", "windows-1256": "cp1256", "windows-1257": "cp1257",
    "windows-1258": "cp1258", "windows-874": "cp874",
    "iso-8859-2": "iso8859-2", "iso-8859-3": "iso8859-3", "iso-8859-4": "iso8859-4", "iso-8859-5": "iso8859-5",
    "iso-8859-6": "iso8859-6", "iso-8859-7": "iso8859-7", "iso-8859-8": "iso8859-8", "iso-8859-10": "iso8859-10",
    "iso-8859-13": "iso8859-13", "iso-8859-14": "iso8859-14", "iso-8859-15": "iso8859-15",
    "iso-8859-16": "iso8859-16", "koi8-r": "koi8-r", "koi8-u": "koi8-u", "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic", "ibm866": "cp866", "ibm850": "cp850",
}


def code_point(byte, codec):
    try:
        return ord(bytes([byte]).decode(codec))
    except UnicodeDecodeError:
        return byte if byte < 0xA0 else 0xFFFD


print("// Written by make_single_byte_tables.py; do not edit.")
print('#include "ingest/single_byte_tables.hpp"\n\nnamespace attune::ingest {\nnamespace {\n')
print("// clang-format off")
print("constexpr SingleByteTable kTables[] = {")
for label, codec in sorted(LABELS.items()):
    points = [code_point(byte, codec) for byte in range(0x80, 0x100)]
    print(f'  {{"{label}", {{')
    for start in range(0, 128, 16):
        print("    " + " ".join(f"0x{p:04X}," for p in points[start:start + 16]))
    print("  }},")
print("};")
print("// clang-format on")
print("\n}  // namespace\n\nstd::span<const SingleByteTable> single_byte_tables() noexcept { return kTables; }\n")
print("}  // namespace attune::ingest")
