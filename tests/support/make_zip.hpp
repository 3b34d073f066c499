// Makes ZIP archives with stored entries. For tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::support {

inline void append_little_endian(std::string& bytes, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

// The checksums are zero: no reader of ours looks at them.
inline std::string make_zip(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string zip;
  std::string directory;
  for (const auto& [name, content] : entries) {
    std::string sizes;
    append_little_endian(sizes, 0, 4);
    append_little_endian(sizes, content.size(), 4);
    append_little_endian(sizes, content.size(), 4);
    append_little_endian(sizes, name.size(), 2);
    append_little_endian(sizes, 0, 2);
    directory += std::string{"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0", 16} + sizes;
    append_little_endian(directory, 0, 2);
    append_little_endian(directory, 0, 8);
    append_little_endian(directory, zip.size(), 4);
    directory += name;
    zip += std::string{"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0", 14} + sizes + name + content;
  }
  const std::size_t offset = zip.size();
  zip += directory + std::string{"PK\x05\x06\0\0\0\0", 8};
  append_little_endian(zip, entries.size(), 2);
  append_little_endian(zip, entries.size(), 2);
  append_little_endian(zip, directory.size(), 4);
  append_little_endian(zip, offset, 4);
  append_little_endian(zip, 0, 2);
  return zip;
}

// A workbook of one sheet whose rows are given as XML.
inline std::string make_xlsx(std::string_view rows, std::string_view shared_strings = {},
                             std::string_view styles = {}, bool is_1904 = false) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  return make_zip({
      {"[Content_Types].xml", head + "<Types/>"},
      {"_rels/.rels", head + "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" "
                             "Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       head + "<workbook xmlns:r=\"r\"><workbookPr date1904=\"" + (is_1904 ? "1" : "0") +
           "\"/><sheets><sheet name=\"Reviews\" sheetId=\"1\" r:id=\"r9\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", head + "<Relationships><Relationship Id=\"r9\" Type=\"x/worksheet\" "
                                            "Target=\"worksheets/a.xml\"/></Relationships>"},
      {"xl/sharedStrings.xml", head + "<sst>" + std::string{shared_strings} + "</sst>"},
      {"xl/styles.xml", head + "<styleSheet>" + std::string{styles} + "</styleSheet>"},
      {"xl/worksheets/a.xml",
       head + "<worksheet><sheetData>" + std::string{rows} + "</sheetData></worksheet>"},
  });
}

inline std::string make_ods(std::string_view tables) {
  return make_zip(
      {{"content.xml",
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "
        "xmlns:text=\"x\"><office:body>"
        "<office:spreadsheet>" +
            std::string{tables} + "</office:spreadsheet></office:body></office:document-content>"}});
}

}  // namespace attune::support
