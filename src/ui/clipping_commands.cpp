#include "ui/clipping_commands.hpp"

#include <cmath>
#include <utility>

#include "chart/table_text.hpp"
#include "ui/context.hpp"

namespace attune::ui {
namespace {

struct CommandFromClipping {
  protocol::PageCommand operator()(const TableClip& clip) const {
    return protocol::CopyTable{chart::tsv_from_table(clip.table), chart::html_from_table(clip.table)};
  }
  protocol::PageCommand operator()(const NumbersClip& clip) const {
    return protocol::SaveFile{clip.name + ".csv", "text/csv",
                              chart::csv_from_table(clip.table, {.delimiter = clip.delimiter})};
  }
  protocol::PageCommand operator()(PictureClip clip) const {
    if (clip.way == PictureClip::Way::SaveDrawing)
      return protocol::SaveFile{clip.name + ".svg", "image/svg+xml", std::move(clip.svg)};
    protocol::CopyPicture picture{std::move(clip.svg), static_cast<std::uint32_t>(std::ceil(clip.size.width)),
                                  static_cast<std::uint32_t>(std::ceil(clip.size.height))};
    if (clip.way == PictureClip::Way::Copy) return picture;
    return protocol::SavePicture{clip.name + ".png", std::move(picture)};
  }
};

}  // namespace

protocol::PageCommand command_from(Clipping clipping) {
  return std::visit(CommandFromClipping{}, std::move(clipping));
}

std::vector<protocol::PageCommand> take_clipping_commands() {
  std::vector<protocol::PageCommand> commands;
  for (Clipping& clipping : std::exchange(context().clippings, {}))
    commands.push_back(command_from(std::move(clipping)));
  return commands;
}

}  // namespace attune::ui
