#include "ingest/csv_file_text.hpp"

#include <algorithm>
#include <span>

namespace attune::ingest {

void CsvFileText::read(const table::FilePlace& place, std::string& text) const {
  text.clear();
  for (std::uint64_t at = place.offset; text.size() < place.size_bytes;) {
    const std::string& bytes = block(at / kBlockBytes);
    const auto begin = static_cast<std::size_t>(at % kBlockBytes);
    if (begin >= bytes.size()) return text.clear();  // the file is shorter than it was
    text.append(bytes, begin, place.size_bytes - text.size());
    at = place.offset + text.size();
  }
  if (!place.has_escapes) return;
  // Of two quotes the second is no part of the text.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    text[kept++] = text[i];
    if (text[i] == quote_) ++i;
  }
  text.resize(kept);
}

// Empty if it cannot be read.
const std::string& CsvFileText::block(std::uint64_t number) const {
  Block& block = blocks_[number % kBlocks];
  if (block.number == number) return block.bytes;
  const std::uint64_t offset = number * kBlockBytes;
  block.number = number;
  const std::uint64_t rest = size_bytes_ - std::min(size_bytes_, offset);
  block.bytes.resize(static_cast<std::size_t>(std::min(kBlockBytes, rest)));
  if (!file_->read(offset, std::as_writable_bytes(std::span{block.bytes.data(), block.bytes.size()}))) {
    block.bytes.clear();
    block.number = kNoBlock;
  }
  return block.bytes;
}

}  // namespace attune::ingest
