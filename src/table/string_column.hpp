// A column of text cells: all bytes in one arena, one end offset a cell.
//
//   cell i is bytes_[ends_[i - 1], ends_[i])
//
// The further cells of a long column can stay in their file (keep_in); they are read again when they are
// asked for.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "table/file_text.hpp"

namespace attune::table {

// Leaves new elements of a vector as they are in memory: they are written at once.
template <class T>
struct UnsetAllocator : std::allocator<T> {
  static_assert(std::is_trivial_v<T>);
  template <class U>
  struct rebind {
    using other = UnsetAllocator<U>;
  };
  template <class U>
  void construct(U* at) noexcept {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Arguments>
  void construct(U* at, Arguments&&... arguments) {
    ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
  }
};

class StringColumn {
 public:
  // How many bytes append_many() lets its writer touch beyond what it was told.
  static constexpr std::size_t kSlackBytes = 16;
  // So many cells that were read from a file stay valid.
  static constexpr std::size_t kRecentCells = 64;

  void append(std::string_view cell) {
    bytes_.insert(bytes_.end(), cell.begin(), cell.end());
    end_cell(cell.size());
  }
  void append_empty(std::size_t cells) {
    for (std::size_t i = 0; i < cells; ++i) end_cell(0);
  }

  // Appends `cells` cells of at most `max_bytes` in all. char* write(char* to, std::size_t i) writes cell i
  // and returns its end. Not once cells are kept in a file.
  template <class Write>
  void append_many(std::size_t cells, std::size_t max_bytes, Write write) {
    const std::size_t rows = ends_.size();
    const std::size_t begin = bytes_.size();
    ends_.resize(rows + cells);
    bytes_.resize(begin + max_bytes + kSlackBytes);
    char* const first = bytes_.data();
    char* to = first + begin;
    std::size_t* end = ends_.data() + rows;
    for (std::size_t i = 0; i < cells; ++i) {
      to = write(to, i);
      *end++ = static_cast<std::size_t>(to - first);
    }
    bytes_.resize(static_cast<std::size_t>(to - first));
  }
  // Room for so many cells in all, and so many bytes of them in memory.
  void reserve(std::size_t cells, std::size_t bytes) {
    if (file_ != nullptr) return places_.reserve(cells - std::min(cells, ends_.size()));
    ends_.reserve(cells);
    bytes_.reserve(bytes);
  }

  // Whether so many more cells, of so many bytes, fit without more memory.
  [[nodiscard]] bool has_room(std::size_t cells, std::size_t bytes) const noexcept {
    if (file_ != nullptr) return places_.size() + cells <= places_.capacity();
    return ends_.size() + cells <= ends_.capacity() && bytes_.size() + bytes <= bytes_.capacity();
  }

  // From now on cells may be left in this file; earlier ones stay in memory.
  void keep_in(std::shared_ptr<const FileText> file) { file_ = std::move(file); }
  [[nodiscard]] bool is_kept_in_file() const noexcept { return file_ != nullptr; }
  // A cell of that file; it must fit (FilePlace::fits).
  void append_place(const FilePlace& place);

  [[nodiscard]] std::size_t size() const noexcept { return ends_.size() + places_.size(); }
  // In memory.
  [[nodiscard]] std::size_t size_bytes() const noexcept { return bytes_.size(); }

  // Valid until the next append, or if it had to be read from the file, until kRecentCells more were.
  // row < size().
  [[nodiscard]] std::string_view operator[](std::size_t row) const {
    if (row >= ends_.size()) return placed_cell(row - ends_.size());
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return {bytes_.data() + begin, ends_[row] - begin};
  }

 private:
  void end_cell(std::size_t size_bytes) {
    if (file_ == nullptr)
      ends_.push_back(bytes_.size());
    else
      place_in_memory(size_bytes);
  }
  void place_in_memory(std::size_t size_bytes);
  [[nodiscard]] std::string_view placed_cell(std::size_t index) const;

  std::vector<char, UnsetAllocator<char>> bytes_;
  std::vector<std::size_t, UnsetAllocator<std::size_t>> ends_;

  // The cells after those: where each is, in eight bytes.
  std::shared_ptr<const FileText> file_;
  std::vector<std::uint64_t> places_;
  mutable std::vector<std::string> recent_;
  mutable std::size_t next_recent_ = 0;
};

}  // namespace attune::table
