#include "snapshot/codec.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <type_traits>

#include "snapshot/fields.hpp"

namespace attune::snapshot {
namespace {

static_assert(std::endian::native == std::endian::little, "the wire form is the memory form");

constexpr std::array<char, 4> kMagic{'A', 'T', 'S', 'N'};
constexpr std::size_t kHeaderSize = 24;

std::uint64_t fnv1a(std::span<const std::byte> bytes) noexcept {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::byte byte : bytes) hash = (hash ^ static_cast<std::uint64_t>(byte)) * 1099511628211ULL;
  return hash;
}

template <class T>
concept Number = std::is_arithmetic_v<T> && !std::same_as<T, bool>;

class Encoder {
 public:
  explicit Encoder(std::vector<std::byte>& out) : out_{out} {}

  template <Number T>
  void operator()(const char*, const T& value) {
    const auto* bytes = reinterpret_cast<const std::byte*>(&value);
    out_.insert(out_.end(), bytes, bytes + sizeof value);
  }
  void operator()(const char* name, bool value) { (*this)(name, static_cast<std::uint8_t>(value)); }
  template <class T>
  requires std::is_enum_v<T>
  void operator()(const char* name, T value) { (*this)(name, static_cast<std::uint8_t>(value)); }
  void operator()(const char* name, const std::string& text) {
    (*this)(name, static_cast<std::uint64_t>(text.size()));
    const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
    out_.insert(out_.end(), bytes, bytes + text.size());
  }
  template <class T>
  void operator()(const char* name, const std::optional<T>& value) {
    (*this)(name, value.has_value());
    if (value) (*this)(name, *value);
  }
  template <class T>
  void operator()(const char* name, const std::vector<T>& list) {
    (*this)(name, static_cast<std::uint64_t>(list.size()));
    for (const T& item : list) (*this)(name, item);
  }
  template <class T, std::size_t N>
  void operator()(const char* name, const std::array<T, N>& list) {
    for (const T& item : list) (*this)(name, item);
  }
  template <class T>
  requires requires(Encoder& self, const T& value) { each(self, value); }
  void operator()(const char*, const T& value) { each(*this, value); }

 private:
  std::vector<std::byte>& out_;
};

// Stops at the first thing that does not fit; `failure()` then says which field.
class Decoder {
 public:
  explicit Decoder(std::span<const std::byte> in) : in_{in} {}

  [[nodiscard]] const char* failure() const noexcept { return failure_; }
  [[nodiscard]] bool at_end() const noexcept { return in_.empty(); }

  template <Number T>
  void operator()(const char* name, T& value) {
    if (!take(name, &value, sizeof value)) return;
    if constexpr (std::is_floating_point_v<T>) {
      if (!std::isfinite(value)) fail(name);
    }
  }
  void operator()(const char* name, bool& value) {
    std::uint8_t byte = 0;
    (*this)(name, byte);
    if (byte > 1) fail(name);
    value = byte == 1;
  }
  template <class T>
  requires std::is_enum_v<T>
  void operator()(const char* name, T& value) {
    std::uint8_t byte = 0;
    (*this)(name, byte);
    if (byte > last_value(T{})) return fail(name);
    value = static_cast<T>(byte);
  }
  void operator()(const char* name, std::string& text) {
    const std::size_t size = length(name);
    text.resize(size);
    take(name, text.data(), size);
  }
  template <class T>
  void operator()(const char* name, std::optional<T>& value) {
    bool present = false;
    (*this)(name, present);
    if (present && failure_ == nullptr) (*this)(name, value.emplace());
  }
  template <class T>
  void operator()(const char* name, std::vector<T>& list) {
    // Every item takes at least a byte, so a list longer than the rest of the input is a lie.
    const std::size_t size = length(name);
    for (std::size_t i = 0; i < size && failure_ == nullptr; ++i) (*this)(name, list.emplace_back());
  }
  template <class T, std::size_t N>
  void operator()(const char* name, std::array<T, N>& list) {
    for (T& item : list) (*this)(name, item);
  }
  template <class T>
  requires requires(Decoder& self, T& value) { each(self, value); }
  void operator()(const char*, T& value) { each(*this, value); }

 private:
  void fail(const char* name) noexcept {
    if (failure_ == nullptr) failure_ = name;
    in_ = {};
  }
  bool take(const char* name, void* to, std::size_t size) {
    if (failure_ != nullptr) return false;
    if (size > in_.size()) {
      fail(name);
      return false;
    }
    if (size > 0) std::memcpy(to, in_.data(), size);
    in_ = in_.subspan(size);
    return true;
  }
  std::size_t length(const char* name) {
    std::uint64_t size = 0;
    (*this)(name, size);
    if (size <= in_.size()) return static_cast<std::size_t>(size);
    fail(name);
    return 0;
  }

  std::span<const std::byte> in_;
  const char* failure_ = nullptr;
};

Error corrupt(std::string detail) {
  return Error{ErrorCode::CorruptData,
               "The result could not be read. Reload the page and open the file again.", std::move(detail)};
}

template <class T>
T read_at(std::span<const std::byte> bytes, std::size_t at) noexcept {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

}  // namespace

std::vector<std::byte> encode(const Snapshot& snapshot) {
  std::vector<std::byte> out(kHeaderSize);
  Encoder encoder{out};
  encoder("snapshot", snapshot);
  const std::span payload = std::span<const std::byte>{out}.subspan(kHeaderSize);
  const std::uint64_t size = payload.size();
  const std::uint64_t hash = fnv1a(payload);
  std::memcpy(out.data(), kMagic.data(), kMagic.size());
  std::memcpy(out.data() + 4, &kFormatVersion, sizeof kFormatVersion);
  std::memcpy(out.data() + 8, &size, sizeof size);
  std::memcpy(out.data() + 16, &hash, sizeof hash);
  return out;
}

Result<Snapshot> decode(std::span<const std::byte> bytes) {
  if (bytes.size() < kHeaderSize || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    return corrupt("no snapshot");
  }
  if (const auto version = read_at<std::uint32_t>(bytes, 4); version != kFormatVersion) {
    return corrupt("format version " + std::to_string(version));
  }
  const std::span payload = bytes.subspan(kHeaderSize);
  if (read_at<std::uint64_t>(bytes, 8) != payload.size()) return corrupt("payload size");
  if (read_at<std::uint64_t>(bytes, 16) != fnv1a(payload)) return corrupt("checksum");

  Snapshot snapshot;
  Decoder decoder{payload};
  decoder("snapshot", snapshot);
  if (decoder.failure() != nullptr) return corrupt(std::string{"field "} + decoder.failure());
  if (!decoder.at_end()) return corrupt("bytes after the last field");
  return snapshot;
}

}  // namespace attune::snapshot
