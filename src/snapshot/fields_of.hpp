// What the lists of fields (fields.hpp, customer_fields.hpp) are written with.
#pragma once

#include <concepts>
#include <type_traits>

namespace attune::snapshot {

// each(visit, value) calls visit("name", field) for every field, in order. Value is const when encoding.
template <class Value, class Of>
concept FieldsOf = std::same_as<std::remove_const_t<Value>, Of>;

}  // namespace attune::snapshot
