// Who wrote the reviews, as the customer book knows them: their segment, and whether they came back.
#pragma once

#include "base/stepped.hpp"
#include "engine/customer_book.hpp"
#include "feedback/reviews.hpp"
#include "insight/review_writers.hpp"

namespace attune::engine {

// Both must outlive the computation.
[[nodiscard]] Stepped<insight::ReviewWriters> find_writers(const CustomerBook& book,
                                                           const feedback::Reviews& reviews);

// Which record of the book each row of a table names, after joining a customer; null where it names nobody.
[[nodiscard]] const std::vector<std::uint32_t>* persons_of(const CustomerBook& book, std::uint32_t file,
                                                           std::uint32_t table);
// 1 + snapshot::RfmSegment of a customer; 0: not known.
[[nodiscard]] std::uint8_t segment_of(const CustomerBook& book, std::uint32_t customer);

}  // namespace attune::engine
