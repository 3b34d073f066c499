// Pages of a long list that lies elsewhere: what a virtual table shows, asked for as it comes into view.
//
//   cache.find(i)                the row, or null while it is on its way; either way its page is wanted
//   cache.ask(send)              once a frame: sends for the wanted pages that are not there
//   cache.receive(id, ...)       an answer; one that nobody waits for any more is dropped
//
// Pages used longest ago are dropped beyond kMaxPages. Pointers are valid until the next receive or forget.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace attune::ui {

template <class Row>
class PageCache {
 public:
  static constexpr std::uint64_t kRowsPerPage = 80;
  static constexpr std::size_t kMaxPages = 48;
  static constexpr std::size_t kMaxUnderWay = 4;

  // Unknown until the first answer. Before that, finding row 0 asks for it.
  [[nodiscard]] std::optional<std::uint64_t> total() const noexcept { return total_; }
  // A sentence if the list could not be had; nothing more is asked until forget() or refresh().
  [[nodiscard]] const std::string& failure() const noexcept { return failure_; }
  [[nodiscard]] std::size_t page_count() const noexcept { return pages_.size(); }
  [[nodiscard]] bool is_waiting() const noexcept { return !under_way_.empty(); }

  [[nodiscard]] const Row* find(std::uint64_t index) {
    if (total_ && index >= *total_) return nullptr;
    const std::uint64_t number = index / kRowsPerPage;
    if (wanted_.empty() || wanted_.back() != number) wanted_.push_back(number);
    const auto page = pages_.find(number);
    if (page == pages_.end()) return nullptr;
    page->second.last_use = ++clock_;
    const auto within = static_cast<std::size_t>(index % kRowsPerPage);
    return within < page->second.rows.size() ? &page->second.rows[within] : nullptr;
  }

  // The first row for which `is_it` holds among the pages at hand.
  template <class Predicate>
  [[nodiscard]] std::optional<std::uint64_t> index_where(Predicate&& is_it) const {
    for (const auto& [number, page] : pages_) {
      const auto found = std::ranges::find_if(page.rows, is_it);
      if (found != page.rows.end()) {
        return number * kRowsPerPage + static_cast<std::uint64_t>(found - page.rows.begin());
      }
    }
    return std::nullopt;
  }

  // send(offset, limit) -> the id under which the answer will come.
  template <class Send>
  void ask(Send&& send) {
    if (total_ == 0) wanted_.push_back(0);  // no row comes into view; over newer data there may be some
    std::ranges::sort(wanted_);
    const auto repeated = std::ranges::unique(wanted_);
    wanted_.erase(repeated.begin(), repeated.end());
    for (const std::uint64_t number : wanted_) {
      if (under_way_.size() >= kMaxUnderWay) break;
      if (!failure_.empty() || is_fresh(number) || is_under_way(number)) continue;
      under_way_.push_back({send(number * kRowsPerPage, kRowsPerPage), number, revision_});
    }
    wanted_.clear();
  }

  // False if the answer is not, or no longer, waited for.
  bool receive(std::uint64_t id, std::uint64_t total, std::vector<Row> rows) {
    const auto asked = take_under_way(id);
    if (!asked) return false;
    if (total_ != total) {
      total_ = total;
      std::erase_if(pages_, [total](const auto& page) { return page.first * kRowsPerPage >= total; });
    }
    pages_[asked->page] = Page{.rows = std::move(rows), .last_use = ++clock_, .revision = asked->revision};
    while (pages_.size() > kMaxPages) drop_oldest();
    return true;
  }

  bool fail(std::uint64_t id, std::string message) {
    if (!take_under_way(id)) return false;
    failure_ = std::move(message);
    return true;
  }

  // The same question over newer data: pages stay on show until they are replaced.
  void refresh() {
    ++revision_;
    failure_.clear();
  }

  // Another question.
  void forget() {
    refresh();
    under_way_.clear();
    pages_.clear();
    wanted_.clear();
    total_.reset();
  }

 private:
  struct Page {
    std::vector<Row> rows;
    std::uint64_t last_use = 0;
    std::uint64_t revision = 0;
  };
  struct UnderWay {
    std::uint64_t id;
    std::uint64_t page;
    std::uint64_t revision;  // of the data when it was asked
  };

  [[nodiscard]] bool is_fresh(std::uint64_t number) const {
    const auto page = pages_.find(number);
    return page != pages_.end() && page->second.revision == revision_;
  }

  [[nodiscard]] bool is_under_way(std::uint64_t number) const {
    return std::ranges::find(under_way_, number, &UnderWay::page) != under_way_.end();
  }

  std::optional<UnderWay> take_under_way(std::uint64_t id) {
    const auto found = std::ranges::find(under_way_, id, &UnderWay::id);
    if (found == under_way_.end()) return std::nullopt;
    const UnderWay taken = *found;
    under_way_.erase(found);
    return taken;
  }

  void drop_oldest() {
    pages_.erase(std::ranges::min_element(pages_, {}, [](const auto& page) { return page.second.last_use; }));
  }

  std::map<std::uint64_t, Page> pages_;
  std::vector<std::uint64_t> wanted_;
  std::vector<UnderWay> under_way_;
  std::optional<std::uint64_t> total_;
  std::string failure_;
  std::uint64_t clock_ = 0;
  std::uint64_t revision_ = 1;
};

}  // namespace attune::ui
