// What is on screen, as data: the accessible mirror's items in the words JavaScript reads.
// The same order and values stand in web/host/mirror_items.js; tests/unit/ui/mirror_contract_test.cpp
// compares them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace attune::ui {

// Table is worked by keys and has the focus as a whole (ARIA's grid); PlainTable is there to be read. A
// SuggestBox is a field whose keys walk the Suggestions below it: they never have the focus themselves.
// clang-format off
enum class Role : std::uint32_t {
  None, Generic, Region, Navigation, Main, Dialog, Group, List, ListItem, Listbox, Option, RadioGroup, Radio, Checkbox, Switch,
  Button, Link, Slider, TextBox, SearchBox, TextArea, DateBox, Combobox, TabList, Tab, TabPanel, Table, Row, ColumnHeader, Cell,
  Text, Heading, ProgressBar, Figure, Image, Quote, Status, Menu, MenuItem, Tree, TreeItem, PlainTable, PlainCell,
  SuggestBox, Suggestion,
};
// clang-format on

// As web/host/mirror_items.js spells it.
[[nodiscard]] std::string_view name_of(Role role) noexcept;
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::Suggestion) + 1;

namespace state {
inline constexpr std::uint32_t kChecked = 1;
inline constexpr std::uint32_t kExpandable = 2;
inline constexpr std::uint32_t kExpanded = 4;
inline constexpr std::uint32_t kSelected = 8;
inline constexpr std::uint32_t kDisabled = 16;
inline constexpr std::uint32_t kClipped = 32;  // wholly out of view
inline constexpr std::uint32_t kModal = 64;
inline constexpr std::uint32_t kSortAscending = 128;
inline constexpr std::uint32_t kSortDescending = 256;
inline constexpr std::uint32_t kCurrent = 512;  // the page or step one is on
inline constexpr std::uint32_t kMixed = 1024;
inline constexpr std::uint32_t kInvalid = 2048;
inline constexpr std::uint32_t kHasPopup = 4096;
inline constexpr std::uint32_t kRightToLeft = 8192;
}  // namespace state

// Byte ranges of the string arena that travels beside the items.
struct TextRange {
  std::uint32_t begin = 0, size = 0;
};

// Read by JavaScript as 32-bit words: no padding, no pointers. Places are ImGui units (device pixels).
struct MirrorItem {
  std::uint32_t id = 0;
  std::int32_t parent = -1;  // index into the same list
  Role role = Role::None;
  std::uint32_t states = 0;
  float x = 0, y = 0, width = 0, height = 0;
  float clip_top = 0, clip_right = 0, clip_bottom = 0, clip_left = 0;  // how much of the item is cut off
  TextRange name;
  TextRange value;                          // what a field, combo or slider holds, in words
  TextRange description;                    // what a tooltip says; the placeholder of a field
  float now = 0, minimum = 0, maximum = 0;  // sliders, progress; font size and padding of a field
  std::int32_t level = 0;     // of a heading; row index of a row, column index of a cell (from 1);
                              // the id of a suggest box's list
  std::int32_t set_size = 0;  // rows of a table in all, 0: as many as there are
  std::uint32_t related = 0;  // the id of what is controlled, or of what is current in a table or a list
  std::uint32_t hash = 0;
};
static_assert(sizeof(MirrorItem) == 25 * 4);

// The page's side of the mirror: wasm/ in the browser, a fake in tests.
class MirrorHost {
 public:
  virtual ~MirrorHost() = default;
  // The whole list, whenever it differs from the one before. Valid during the call.
  virtual void synchronise(std::span<const MirrorItem> items, std::string_view arena) = 0;
  // ImGui moved the focus (mouse, arrow keys); 0: nothing has it.
  virtual void follow_focus(std::uint32_t id) = 0;
  // Spoken by screen readers. `is_urgent` interrupts.
  virtual void announce(std::string_view utf8, bool is_urgent) = 0;
};

}  // namespace attune::ui
