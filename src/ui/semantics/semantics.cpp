#include "ui/semantics/semantics.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace attune::ui {
namespace {

constexpr int kSettleFrames = 3;          // until a focus or activation request has reached ImGui
constexpr double kMovementMillis = 120;   // scrolling alone is sent to the mirror this often
constexpr std::size_t kRecentItems = 64;  // a widget describes an item it submitted just before
constexpr std::size_t kMaxRequests = 64;  // values whose widgets went away

// Not ImHashData(): that is a CRC, as the ids are. CRCs are linear, so a changed name and the id changed by
// it cancel out exactly.
std::uint32_t hash_bytes(std::uint32_t hash, const void* data, std::size_t size) noexcept {
  const auto* bytes = static_cast<const unsigned char*>(data);
  const auto mix = [&hash](std::uint32_t word) {
    hash = (hash ^ word) * 0x9E3779B1U;
    hash ^= hash >> 15U;
  };
  for (; size >= 4; size -= 4, bytes += 4) {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes, 4);
    mix(word);
  }
  for (; size > 0; --size) mix(*bytes++);
  return hash;
}

// Has no extent of its own in ImGui.
bool is_structure(Role role) noexcept {
  switch (role) {
    case Role::List:
    case Role::ListItem:
    case Role::RadioGroup:
    case Role::Group:
    case Role::TabList:
    case Role::TabPanel:
    case Role::Table:
    case Role::PlainTable:
    case Role::Row:
    case Role::Cell:
    case Role::PlainCell:
    case Role::Figure:
    case Role::Quote:
    case Role::Region:
    case Role::Navigation:
    case Role::Main:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string_view visible_part(std::string_view label) noexcept { return label.substr(0, label.find("##")); }

void Semantics::begin_frame() {
  items_.clear();
  arena_.clear();
  levels_.clear();
  windows_.Clear();
  ordinals_.Clear();
  is_collecting_ = true;
}

TextRange Semantics::store(std::string_view utf8) {
  const TextRange range{static_cast<std::uint32_t>(arena_.size()), static_cast<std::uint32_t>(utf8.size())};
  arena_.append(utf8);
  return range;
}

void Semantics::fill(MirrorItem& item, const Meaning& meaning) {
  item.role = meaning.role;
  item.states = (item.states & (state::kDisabled | state::kClipped)) | meaning.states;
  item.name = store(visible_part(meaning.name));
  item.value = store(meaning.value);
  item.description = store(meaning.description);
  item.now = meaning.now;
  item.minimum = meaning.minimum;
  item.maximum = meaning.maximum;
  item.level = meaning.level;
  item.set_size = meaning.set_size;
  item.related = meaning.related;
}

int Semantics::window_item(const ImGuiWindow* window) const {
  for (; window != nullptr; window = window->ParentWindow) {
    if (const int at = windows_.GetInt(window->ID); at > 0) return at - 1;
  }
  return -1;
}

int Semantics::parent_for(const ImGuiWindow* window) const {
  if (!levels_.empty() && levels_.back().window == window) return levels_.back().item;
  return window_item(window);
}

MirrorItem& Semantics::append(ImGuiID id, const ImRect& place, ImGuiWindow& window, int parent) {
  MirrorItem& item = items_.emplace_back();
  item.id = id;
  item.parent = parent;
  item.x = place.Min.x;
  item.y = place.Min.y;
  item.width = place.GetWidth();
  item.height = place.GetHeight();
  const ImRect& clip = window.ClipRect;
  if (!place.Overlaps(clip)) {
    item.states |= state::kClipped;
  } else if (!clip.Contains(place)) {
    item.clip_top = std::max(0.0F, clip.Min.y - place.Min.y);
    item.clip_right = std::max(0.0F, place.Max.x - clip.Max.x);
    item.clip_bottom = std::max(0.0F, place.Max.y - clip.Max.y);
    item.clip_left = std::max(0.0F, clip.Min.x - place.Min.x);
  }
  return item;
}

ImGuiID Semantics::make_id(const ImGuiWindow& window, Role role, std::string_view key) {
  const ImGuiID seed = window.IDStack.back();
  const auto kind = static_cast<std::uint32_t>(role);
  if (!key.empty()) return hash_bytes(seed ^ (kind << 8U), key.data(), key.size()) | 1U;
  int& ordinal = *ordinals_.GetIntRef(seed ^ (kind << 24U), 0);
  const std::uint32_t words[] = {seed, kind, static_cast<std::uint32_t>(ordinal++)};
  return hash_bytes(0, words, sizeof words) | 1U;
}

void Semantics::item_added(ImGuiContext& context, ImGuiID id, const ImRect& place,
                           const ImGuiLastItemData* data) {
  ImGuiWindow* window = context.CurrentWindow;
  if (!is_collecting_ || window->IsFallbackWindow || (window->Flags & ImGuiWindowFlags_Tooltip) != 0) return;
  if (id == window->ID) {
    const bool is_child = (window->Flags & ImGuiWindowFlags_ChildWindow) != 0;
    const int parent = is_child ? parent_for(window->ParentWindow) : -1;
    ImGuiWindow& clipping = is_child ? *window->ParentWindow : *window;
    append(id, window->Rect(), clipping, parent).role = Role::Generic;
    items_.back().states &= ~state::kClipped;
    windows_.SetInt(window->ID, static_cast<int>(items_.size()));
    return;
  }
  if (data == nullptr || id == window->MoveId) return;
  MirrorItem& item = append(id, place, *window, parent_for(window));
  if ((data->ItemFlags & ImGuiItemFlags_Disabled) != 0) item.states |= state::kDisabled;
  // Here the current window, focus scope and last item are those of the wanted item.
  if (id == focus_request_ && context.LastItemData.ID == id) {
    focus_request_ = 0;
    if (context.ActiveId != 0 && context.ActiveId != id) ImGui::ClearActiveID();
    ImGui::FocusItem();  // takes effect next frame, scrolls into view
    // What had the focus until now would drop the request where it is drawn later in this frame, in another
    // window.
    context.NavId = id;
    ImGui::SetNavCursorVisible(true);
    frames_wanted_ = kSettleFrames;
  }
}

int Semantics::recent_item(ImGuiID id) const {
  const std::size_t oldest = items_.size() - std::min(items_.size(), kRecentItems);
  for (std::size_t at = items_.size(); at-- > oldest;) {
    if (items_[at].id == id) return static_cast<int>(at);
  }
  return -1;
}

void Semantics::describe(ImGuiID id, const Meaning& meaning) {
  if (!is_collecting_) return;
  if (const int at = recent_item(id); at >= 0) fill(items_[static_cast<std::size_t>(at)], meaning);
}

void Semantics::push_item(ImGuiID id, const Meaning& meaning) {
  if (!is_collecting_) return;
  const int at = recent_item(id);
  IM_ASSERT(at >= 0);
  fill(items_[static_cast<std::size_t>(at)], meaning);
  levels_.push_back({at, ImGui::GetCurrentWindow()});
}

void Semantics::describe_window(const Meaning& meaning) {
  if (!is_collecting_) return;
  const int at = windows_.GetInt(ImGui::GetCurrentWindow()->ID) - 1;
  if (at >= 0) fill(items_[static_cast<std::size_t>(at)], meaning);
}

void Semantics::add(const ImRect& place, const Meaning& meaning, std::string_view key) {
  if (!is_collecting_) return;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const int parent = parent_for(window);
  fill(append(make_id(*window, meaning.role, key), place, *window, parent), meaning);
}

void Semantics::push(const Meaning& meaning, std::string_view key) {
  if (!is_collecting_) return;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImRect nowhere(window->DC.CursorPos, window->DC.CursorPos);
  const int parent = parent_for(window);
  MirrorItem& item = append(make_id(*window, meaning.role, key), nowhere, *window, parent);
  item.states = 0;
  fill(item, meaning);
  levels_.push_back({static_cast<int>(items_.size()) - 1, window});
}

void Semantics::pop() {
  if (!is_collecting_) return;
  IM_ASSERT(!levels_.empty());
  levels_.pop_back();
}

void Semantics::fit_parent(const MirrorItem& item) {
  if (item.role == Role::None || item.parent < 0) return;
  MirrorItem& parent = items_[static_cast<std::size_t>(item.parent)];
  if (!is_structure(parent.role) || windows_.GetInt(parent.id) > 0) return;
  if (parent.width == 0 && parent.height == 0) {
    parent.x = item.x;
    parent.y = item.y;
  }
  const float right = std::max(parent.x + parent.width, item.x + item.width);
  const float bottom = std::max(parent.y + parent.height, item.y + item.height);
  parent.x = std::min(parent.x, item.x);
  parent.y = std::min(parent.y, item.y);
  parent.width = right - parent.x;
  parent.height = bottom - parent.y;
}

// Drops what nobody described (scroll bars, resize grips), closes the gaps, and hashes what is left.
void Semantics::keep_described() {
  std::vector<int> new_index(items_.size(), -1);
  std::uint32_t content = 0;
  std::uint32_t places = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < items_.size(); ++at) {
    MirrorItem item = items_[at];
    if (item.role == Role::None) continue;
    new_index[at] = static_cast<int>(kept);
    item.parent = item.parent < 0 ? -1 : new_index[static_cast<std::size_t>(item.parent)];
    const std::uint32_t words[] = {item.id,
                                   static_cast<std::uint32_t>(item.parent),
                                   static_cast<std::uint32_t>(item.role),
                                   item.states,
                                   item.name.size,
                                   item.value.size,
                                   static_cast<std::uint32_t>(item.level),
                                   static_cast<std::uint32_t>(item.set_size),
                                   item.related};
    const float numbers[] = {item.now, item.minimum, item.maximum};
    item.hash = hash_bytes(0, words, sizeof words);
    item.hash = hash_bytes(item.hash, numbers, sizeof numbers);
    for (const TextRange range : {item.name, item.value, item.description}) {
      item.hash = hash_bytes(item.hash, arena_.data() + range.begin, range.size);
    }
    content = hash_bytes(content, &item.hash, sizeof item.hash);
    places = hash_bytes(places, &item.x, 8 * sizeof(float));
    item.hash = hash_bytes(item.hash, &item.x, 8 * sizeof(float));
    items_[kept++] = item;
  }
  items_.resize(kept);
  is_changed_ |= content != content_hash_;
  is_moved_ |= places != places_hash_;
  content_hash_ = content;
  places_hash_ = places;
}

// As platform/reflection.hpp does with what is drawn.
void Semantics::reflect_places(float width) {
  for (MirrorItem& item : items_) {
    item.x = width - item.x - item.width;
    std::swap(item.clip_left, item.clip_right);
  }
}

void Semantics::end_frame(std::optional<float> reflected_width) {
  if (frames_wanted_ > 0 && --frames_wanted_ == 0) focus_request_ = 0;  // its item is gone
  if (!is_collecting_) return;
  is_collecting_ = false;
  IM_ASSERT(levels_.empty());
  for (std::size_t at = items_.size(); at-- > 0;) fit_parent(items_[at]);
  if (reflected_width) reflect_places(*reflected_width);
  keep_described();
}

bool Semantics::publish(double now_millis) {
  const bool is_early =
      !is_changed_ && is_moved_ && now_millis - last_synchronisation_millis_ < kMovementMillis;
  if ((is_changed_ || is_moved_) && !is_early) {
    is_changed_ = is_moved_ = false;
    last_synchronisation_millis_ = now_millis;
    ++synchronisations_;
    host_->synchronise(items_, arena_);
  }
  follow_imgui_focus();
  return !is_early;
}

// The page follows where ImGui moved the focus (arrow keys), not while a request of the page's own is still
// on its way. It never takes the focus away: a click on empty canvas leaves the keyboard where it was.
void Semantics::follow_imgui_focus() {
  if (focus_request_ != 0 || frames_wanted_ > 0) return;
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  const ImGuiID focus = context.NavCursorVisible ? context.NavId : 0;
  if (focus == followed_focus_) return;
  followed_focus_ = focus;
  if (focus != 0 && focus != page_focus_) host_->follow_focus(focus);
}

void Semantics::move_focus(ImGuiID id) {
  focus_request_ = id;
  frames_wanted_ = kSettleFrames;
  followed_focus_ = id;
  host_->follow_focus(id);
}

void Semantics::focus_from_page(ImGuiID id) {
  page_focus_ = id;
  followed_focus_ = id;
  focus_request_ = id;  // taken up by the item hook
  frames_wanted_ = kSettleFrames;
}

void Semantics::activate_from_page(ImGuiID id) {
  ImGui::ActivateItemByID(id);
  frames_wanted_ = kSettleFrames;
}

Semantics::Request* Semantics::request(ImGuiID id, bool is_text) {
  const auto found = std::find_if(requests_.begin(), requests_.end(), [&](const Request& r) {
    return r.id == id && r.text.has_value() == is_text;
  });
  return found == requests_.end() ? nullptr : &*found;
}

void Semantics::put_request(Request request_in) {
  if (Request* old = request(request_in.id, request_in.text.has_value()); old != nullptr) {
    *old = std::move(request_in);
    return;
  }
  requests_.push_back(std::move(request_in));
  if (requests_.size() > kMaxRequests) requests_.erase(requests_.begin());
}

void Semantics::set_text_from_page(ImGuiID id, std::string utf8) { put_request({id, std::move(utf8), 0}); }
void Semantics::set_number_from_page(ImGuiID id, float value) { put_request({id, std::nullopt, value}); }

std::optional<std::string> Semantics::take_text(ImGuiID id) {
  Request* found = request(id, true);
  if (found == nullptr) return std::nullopt;
  std::optional<std::string> text = std::move(found->text);
  requests_.erase(requests_.begin() + (found - requests_.data()));
  return text;
}

std::optional<float> Semantics::take_number(ImGuiID id) {
  Request* found = request(id, false);
  if (found == nullptr) return std::nullopt;
  const float number = found->number;
  requests_.erase(requests_.begin() + (found - requests_.data()));
  return number;
}

}  // namespace attune::ui
