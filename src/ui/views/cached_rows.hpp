// What a table shows of rows that come page by page (PageCache): every view adds its cells only.
#pragma once

#include <cstddef>

#include "ui/state/page_cache.hpp"
#include "ui/widgets/data_table.hpp"

namespace attune::ui {

template <class Row>
class CachedRows : public TableSource {
 public:
  explicit CachedRows(PageCache<Row>& rows) : rows_{rows} {}

  [[nodiscard]] std::size_t row_count() const final {
    return static_cast<std::size_t>(rows_.total().value_or(0));
  }
  [[nodiscard]] bool has_row(std::size_t row) const final { return rows_.find(row) != nullptr; }
  void want(std::size_t first, std::size_t count) final {
    for (std::size_t i = 0; i < count; ++i) (void)rows_.find(first + i);
  }
  [[nodiscard]] TableCell cell(std::size_t index, std::size_t column) const final {
    const Row* row = rows_.find(index);
    return row != nullptr ? cell_of(*row, column) : TableCell{};
  }

 protected:
  [[nodiscard]] virtual TableCell cell_of(const Row& row, std::size_t column) const = 0;

 private:
  PageCache<Row>& rows_;
};

}  // namespace attune::ui
