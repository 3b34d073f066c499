#include "ingest/gzip_reader.hpp"

#include "ingest/byte_reader.hpp"
#include "ingest/inflater.hpp"

namespace attune::ingest {
namespace {

constexpr std::uint64_t kMaxUnpackedBytes = std::uint64_t{4} << 30U;
constexpr int kMaxDepth = 3;

class GzipReader final : public FormatReader {
 public:
  explicit GzipReader(ReadState& state)
      : state_{state}, inflater_{Inflater::Wrapper::Gzip, kMaxUnpackedBytes} {
    ++state.depth;
    std::string& name = state.file.name;
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    inner_ = make_byte_reader(state);
  }

  Result<void> feed(std::string_view bytes) override {
    if (state_.depth > kMaxDepth) {
      return Error{ErrorCode::LimitExceeded, "This archive holds archives in archives; unpack it first", ""};
    }
    return inflater_.feed(bytes, [this](std::string_view piece) { return inner_->feed(piece); });
  }

  Result<bool> finish_step() override {
    if (!inflater_.is_complete() && !was_told_) {
      was_told_ = true;
      state_.diagnostics.add({DiagnosticKind::Truncated,
                              0,
                              {},
                              "The archive ends in the middle; what came before was read",
                              {},
                              {}});
    }
    return inner_->finish_step();
  }

 private:
  ReadState& state_;
  Inflater inflater_;
  std::unique_ptr<FormatReader> inner_;
  bool was_told_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> make_gzip_reader(ReadState& state) {
  return std::make_unique<GzipReader>(state);
}

}  // namespace attune::ingest
