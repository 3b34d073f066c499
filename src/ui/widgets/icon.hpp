// Line icons on a 24-unit grid, drawn as paths: sharp at any size, coloured like text.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace attune::ui {

enum class Icon : std::uint8_t {
  None,
  Overview,
  Reviews,
  People,
  Topics,
  Chat,
  Report,
  Files,
  Settings,
  Search,
  Close,
  Check,
  ChevronDown,
  ChevronRight,
  ChevronLeft,
  ChevronUp,
  Upload,
  Folder,
  Download,
  Star,
  Filter,
  Calendar,
  Info,
  Warning,
  Shield,
  Link,
  Copy,
  Picture,
  Table,
  More,
  Menu,
  Sun,
  Moon,
  Sparkle,
  Plus,
  Minus,
  ArrowUp,
  ArrowDown,
  External,
  Bell,
  Heart,
  Tag,
  Gauge,
  Lever,
  Trend,
  Segments,
  Inbox,
  Playbook,
  Basket,
  Undo,
  Smile,
  Book,
};

// `size` and `centre` in device pixels.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace attune::ui
