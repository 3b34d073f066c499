// What the user is looking at: page, filters, sort, the open review. Never data.
//
// It travels in the address bar as a readable fragment, so that a link restores the view on a colleague's own
// copy of the file: reviews?feeling=negative,mixed&stars=1,2&from=2024-01-01&source=Google&sort=-date&row=17
// topic, aspect and name go with it as ids, terms and names of the snapshot, rows as a list of numbers.
// The filter, the order and the open row of the reviews go with every page, and so do which customers are
// looked at (people_view.hpp); any other key is the page's own, see parameters.hpp
// (customers?segment=at-risk&open=17). Values that are not usable are dropped. A later format that means
// something else by these keys carries v=2.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "protocol/requests.hpp"
#include "ui/state/parameters.hpp"
#include "ui/state/people_view.hpp"

namespace attune::ui {

enum class PageName : std::uint8_t {
#define ATTUNE_PAGE(id, path, group, icon, place, view) id,
#include "ui/state/pages.inc"
#undef ATTUNE_PAGE
};
[[nodiscard]] std::string_view path_of(PageName page) noexcept;  // "reviews", as in links

enum class TrendMeasure : std::uint8_t { Rating, Feeling };

struct ViewState {
  PageName page = PageName::Overview;
  protocol::RowsFilter filter;
  protocol::RowsSort sort;
  std::optional<std::uint64_t> open_row;  // the review in the detail pane
  TrendMeasure trend = TrendMeasure::Rating;
  PeopleView people;                          // which customers
  std::map<PageName, Parameters> parameters;  // of each page that was looked at

  [[nodiscard]] Parameters& own() { return parameters[page]; }
  // Null if the page has none yet.
  [[nodiscard]] const Parameters* of(PageName name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? nullptr : &found->second;
  }
  friend bool operator==(const ViewState&, const ViewState&);
};

// Without '#'. At most kMaxFragmentBytes: filter values beyond that are left out, last first.
[[nodiscard]] std::string fragment_from_view(const ViewState& view);

// "" is the default view. Error{CorruptData} for a fragment that is too long or of another format.
[[nodiscard]] Result<ViewState> view_from_fragment(std::string_view fragment);

inline constexpr std::size_t kMaxFragmentBytes = 4096;
inline constexpr std::size_t kMaxSearchBytes = 200;
inline constexpr std::size_t kMaxFilterValues = 50;      // of one kind
inline constexpr std::size_t kMaxParameters = 20;        // of one page
inline constexpr std::size_t kMaxParameterBytes = 1000;  // of one value

// True if the filter lets every row pass.
[[nodiscard]] bool is_open(const protocol::RowsFilter& filter);

// Puts a value into a list, or takes it out if it is there.
template <class List, class Value>
void toggle_in(List& list, const Value& value) {
  for (auto at = list.begin(); at != list.end(); ++at) {
    if (*at == value) {
      list.erase(at);
      return;
    }
  }
  list.push_back(value);
}

}  // namespace attune::ui
