// A column of text cells: all bytes in one arena, one end offset a cell.
//
//   cell i is bytes_[ends_[i - 1], ends_[i])
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::table {

class StringColumn {
 public:
  void append(std::string_view cell) {
    bytes_.append(cell);
    ends_.push_back(bytes_.size());
  }
  void append_empty(std::size_t cells) { ends_.insert(ends_.end(), cells, bytes_.size()); }
  void reserve(std::size_t cells, std::size_t bytes) {
    ends_.reserve(cells);
    bytes_.reserve(bytes);
  }

  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  [[nodiscard]] std::size_t size_bytes() const noexcept { return bytes_.size(); }

  // Valid until the next append. row < size().
  [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept {
    const std::uint64_t begin = row == 0 ? 0 : ends_[row - 1];
    return {bytes_.data() + begin, static_cast<std::size_t>(ends_[row] - begin)};
  }

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace attune::table
