// Cells of a CSV file that stayed there: read again through a small cache of blocks.
#pragma once

#include <array>
#include <memory>
#include <string>

#include "ingest/file_bytes.hpp"
#include "table/file_text.hpp"

namespace attune::ingest {

class CsvFileText final : public table::FileText {
 public:
  // `size_bytes`: of the file; `quote` is doubled inside cells that have escapes.
  CsvFileText(std::shared_ptr<const FileBytes> file, std::uint64_t size_bytes, char quote)
      : file_{std::move(file)}, size_bytes_{size_bytes}, quote_{quote} {}

  void read(const table::FilePlace& place, std::string& text) const override;

 private:
  static constexpr std::uint64_t kBlockBytes = 256U << 10U;
  static constexpr std::size_t kBlocks = 32;
  static constexpr std::uint64_t kNoBlock = static_cast<std::uint64_t>(-1);
  struct Block {
    std::uint64_t number = kNoBlock;
    std::string bytes;
  };

  [[nodiscard]] const std::string& block(std::uint64_t number) const;

  std::shared_ptr<const FileBytes> file_;
  std::uint64_t size_bytes_;
  char quote_;
  mutable std::array<Block, kBlocks> blocks_;  // block n at n % kBlocks
};

}  // namespace attune::ingest
