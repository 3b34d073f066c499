// How a struct of the snapshot lists its fields: each(visit, value) calls visit("name", field) for every
// field, in order. Value is const when encoding.
#pragma once

#include <concepts>
#include <type_traits>

namespace attune::snapshot {

template <class Value, class Of>
concept FieldsOf = std::same_as<std::remove_const_t<Value>, Of>;

}  // namespace attune::snapshot
