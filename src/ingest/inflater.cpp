#include "ingest/inflater.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <zlib.h>

namespace attune::ingest {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10U;
constexpr std::uint64_t kMaxUnchecked = std::uint64_t{64} << 20U;
constexpr std::uint64_t kMaxRatio = 200;  // logs and tables reach 100; deflate itself 1032

}  // namespace

struct Inflater::Stream {
  z_stream zlib{};
  Wrapper wrapper = Wrapper::None;
  std::uint64_t left = 0;
  std::uint64_t used = 0;
  std::uint64_t made = 0;
  bool is_complete = false;
  bool is_usable = false;
  std::vector<char> piece = std::vector<char>(kPieceBytes);
};

Inflater::Inflater(Wrapper wrapper, std::uint64_t max_bytes) : stream_{std::make_unique<Stream>()} {
  stream_->wrapper = wrapper;
  stream_->left = max_bytes;
  constexpr int kWindowBits = 15;
  stream_->is_usable =
      inflateInit2(&stream_->zlib, wrapper == Wrapper::Gzip ? kWindowBits + 16 : -kWindowBits) == Z_OK;
}

Inflater::~Inflater() {
  if (stream_ && stream_->is_usable) inflateEnd(&stream_->zlib);
}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&& other) noexcept {
  std::swap(stream_, other.stream_);
  return *this;
}

bool Inflater::is_complete() const noexcept { return stream_->is_complete; }

Result<void> Inflater::feed(std::string_view packed,
                            const std::function<Result<void>(std::string_view)>& sink) {
  Stream& stream = *stream_;
  if (!stream.is_usable)
    return Error{ErrorCode::LimitExceeded, "There is not enough memory to unpack this archive", ""};
  while (!packed.empty()) {
    if (stream.is_complete) {
      // Only another GZ file may follow; anything else is padding.
      if (stream.wrapper == Wrapper::None || packed.front() != '\x1F') return {};
      inflateReset(&stream.zlib);
      stream.is_complete = false;
    }
    const std::size_t size = std::min<std::size_t>(packed.size(), std::numeric_limits<unsigned>::max());
    stream.zlib.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write to it
    stream.zlib.avail_in = static_cast<unsigned>(size);
    int code = Z_OK;
    do {
      stream.zlib.next_out = reinterpret_cast<Bytef*>(stream.piece.data());
      stream.zlib.avail_out = static_cast<unsigned>(kPieceBytes);
      code = inflate(&stream.zlib, Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
        return Error{ErrorCode::UnreadableInput, "This archive is damaged; export or download it again",
                     "zlib=" + std::to_string(code)};
      }
      const std::size_t made = kPieceBytes - stream.zlib.avail_out;
      if (made > stream.left) {
        return Error{
            ErrorCode::LimitExceeded,
            "This archive unpacks to more than can be read here; unpack it first and choose the file inside",
            ""};
      }
      stream.left -= made;
      stream.made += made;
      const std::uint64_t used = stream.used + (size - stream.zlib.avail_in);
      if (stream.made > kMaxUnchecked && stream.made / kMaxRatio > used) {
        return Error{
            ErrorCode::LimitExceeded,
            "This archive unpacks to more than 200 times its size, which no table does; unpack it first "
            "and choose the file inside",
            ""};
      }
      if (made > 0) {
        if (Result<void> taken = sink({stream.piece.data(), made}); !taken) return taken;
      }
    } while (code == Z_OK && stream.zlib.avail_out == 0);
    stream.used += size - stream.zlib.avail_in;
    packed.remove_prefix(size - stream.zlib.avail_in);
    stream.is_complete = code == Z_STREAM_END;
    if (code == Z_BUF_ERROR && stream.zlib.avail_in > 0) break;
  }
  return {};
}

}  // namespace attune::ingest
