#include "base/result.hpp"

namespace attune {

const char* name_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::Cancelled:
      return "cancelled";
    case ErrorCode::EmptyInput:
      return "empty-input";
    case ErrorCode::UnreadableInput:
      return "unreadable-input";
    case ErrorCode::UnsupportedFormat:
      return "unsupported-format";
    case ErrorCode::LimitExceeded:
      return "limit-exceeded";
    case ErrorCode::InvalidRequest:
      return "invalid-request";
    case ErrorCode::ModelMismatch:
      return "model-mismatch";
    case ErrorCode::NotEnoughData:
      return "not-enough-data";
    case ErrorCode::DidNotConverge:
      return "did-not-converge";
    case ErrorCode::CorruptData:
      return "corrupt-data";
  }
  return "unknown";
}

}  // namespace attune
