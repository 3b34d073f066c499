#include "ingest/text_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "base/byte_block.hpp"
#include "ingest/csv_reader.hpp"
#include "ingest/encoding_detector.hpp"
#include "ingest/json_reader.hpp"
#include "ingest/mojibake.hpp"
#include "ingest/text_decoder.hpp"

namespace attune::ingest {
namespace {

class TextReader final : public FormatReader {
 public:
  TextReader(ReadState& state, std::string_view label, std::unique_ptr<FormatReader> reader)
      : state_{state}, decoder_{label}, reader_{std::move(reader)} {}

  Result<void> feed(std::string_view bytes) override { return feed_text(decoder_.decode(bytes)); }

  Result<bool> finish_step() override {
    if (!std::exchange(is_finishing_, true)) {
      if (Result<void> fed = feed_text(decoder_.finish()); !fed) return fed.error();
      tell_foreign_bytes();
      tell_unknown_characters();
      tell_zero_bytes();
    }
    return reader_->finish_step();
  }

 private:
  Result<void> feed_text(std::string_view text) {
    if (decoder_.foreign_bytes() > 0) state_.text_begin.reset();
    if (state_.options.decoded_from_encoding) note_unknown_characters(text);
    zero_bytes_ += count_byte(text.data(), text.size(), '\0');
    if (!state_.options.repairs_mojibake) return reader_->feed(text);
    if (Result<void> fed = reader_->feed(mender_.mend(text)); !fed || !is_finishing_) return fed;
    return reader_->feed(mender_.finish());
  }

  // What the host could not decode is U+FFFD in its text.
  void note_unknown_characters(std::string_view text) {
    constexpr std::string_view kUnknown = "\xEF\xBF\xBD";
    for (std::size_t at = text.find(kUnknown); at != std::string_view::npos;
         at = text.find(kUnknown, at + 3)) {
      if (unknown_characters_++ > 0) continue;
      line_ += static_cast<std::uint64_t>(
          std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
      const std::size_t begin = text.rfind('\n', at) == std::string_view::npos ? 0 : text.rfind('\n', at) + 1;
      first_unknown_text_ =
          text.substr(begin, std::min<std::size_t>(text.find('\n', at), begin + 200) - begin);
    }
    if (unknown_characters_ == 0)
      line_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  }

  void tell_zero_bytes() {
    if (zero_bytes_ == 0) return;
    state_.diagnostics.add({DiagnosticKind::NulBytes,
                            0,
                            {},
                            "There are zero bytes in this text (" + std::to_string(zero_bytes_) +
                                "); they were kept where they stand",
                            {},
                            {}});
  }

  void tell_unknown_characters() {
    if (unknown_characters_ == 0) return;
    state_.diagnostics.add({DiagnosticKind::InvalidBytes,
                            line_,
                            {},
                            std::to_string(unknown_characters_) +
                                " characters are unknown in this encoding (" +
                                *state_.options.decoded_from_encoding + "); they are shown as \xEF\xBF\xBD",
                            first_unknown_text_,
                            {}});
  }

  void tell_foreign_bytes() {
    if (decoder_.foreign_bytes() == 0) return;
    const std::string count = std::to_string(decoder_.foreign_bytes());
    state_.diagnostics.add(
        {DiagnosticKind::MixedEncoding,
         decoder_.first_foreign_line(),
         {},
         count + " bytes are not of the file's encoding (" + state_.detection.encoding.value + "); they " +
             (state_.detection.encoding.value == "utf-8" ? "were read as windows-1252 where possible"
                                                         : "are shown as \xEF\xBF\xBD"),
         decoder_.first_foreign_text(),
         {}});
  }

  ReadState& state_;
  TextDecoder decoder_;
  MojibakeMender mender_;
  std::unique_ptr<FormatReader> reader_;
  bool is_finishing_ = false;
  std::uint64_t line_ = 1;  // of the first unknown character
  std::uint64_t unknown_characters_ = 0;
  std::uint64_t zero_bytes_ = 0;
  std::string first_unknown_text_;
};

void notice_mojibake(ReadState& state, const std::string& sample) {
  const MojibakeCount count = count_mojibake(sample);
  if (count.broken < 2 || count.broken <= count.sound) return;
  const double share = static_cast<double>(count.broken) / static_cast<double>(count.broken + count.sound);
  state.detection.mojibake = {true, share,
                              "Letters were read in a wrong encoding before: " + count.first_broken};
  if (state.options.repairs_mojibake) return;
  state.diagnostics.add({DiagnosticKind::Mojibake,
                         0,
                         {},
                         "Letters were garbled before this file was saved; they can be repaired",
                         count.first_broken,
                         {}});
}

std::string decoded_sample(std::string_view label, std::string_view sample) {
  TextDecoder decoder{label};
  std::string text{decoder.decode(sample)};
  text += decoder.finish();
  return text;
}

std::unique_ptr<FormatReader> reader_of_text(ReadState& state, const std::string& sample) {
  Guess<Format>& format = state.detection.format;
  if (state.options.format) {
    format = {*state.options.format, 1, "You chose this format"};
  } else if (const Format json = json_format_of(sample, state.file.name); json != Format::Unknown) {
    format = {json, 0.95,
              json == Format::Json ? "The text begins like JSON" : "Each line is JSON of its own"};
  } else {
    format = {Format::Delimited, 0.9, "The file is text with one record a line"};
  }
  if (format.value == Format::Json) return make_json_reader(state);
  if (format.value == Format::JsonLines) return make_json_lines_reader(state);
  return make_csv_reader(state);
}

}  // namespace

Result<std::unique_ptr<FormatReader>> make_text_reader(ReadState& state, std::string_view sample,
                                                       bool is_whole) {
  Detection& detection = state.detection;
  if (state.options.decoded_from_encoding) {
    detection.encoding = {"utf-8", 1, "Decoded from " + *state.options.decoded_from_encoding};
  } else if (state.options.encoding) {
    detection.encoding = {*state.options.encoding, 1, "You chose this encoding"};
  } else {
    detection.encoding = detect_encoding(sample, is_whole);
  }
  if (!TextDecoder::is_supported(detection.encoding.value)) {
    detection.needs_host_decoding = true;
    return Error{ErrorCode::UnsupportedFormat, "This text has to be decoded first; open the file again",
                 detection.encoding.value};
  }
  const std::string text = decoded_sample(detection.encoding.value, sample);
  notice_mojibake(state, text);
  const bool is_as_in_file = state.file.bytes != nullptr && detection.encoding.value == "utf-8" &&
                             !state.options.decoded_from_encoding && !state.options.repairs_mojibake;
  if (is_as_in_file) state.text_begin = sample.starts_with("\xEF\xBB\xBF") ? 3U : 0U;
  std::unique_ptr<FormatReader> reader = reader_of_text(state, text);
  return std::unique_ptr<FormatReader>{
      std::make_unique<TextReader>(state, detection.encoding.value, std::move(reader))};
}

}  // namespace attune::ingest
