#include "customer/identity.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace attune::customer {
namespace {

constexpr std::size_t kMostIdsOfOneMailbox = 5;
constexpr std::size_t kMostShown = 5;
constexpr std::size_t kMostCompared = 100;  // spellings of one id
constexpr std::uint32_t kSeveral = 0xFFFFFFFFU;

const char* prefix_of(JoinKey key) {
  constexpr std::array<const char*, kJoinKeys> kPrefixes{
      "id:", "email:", "phone:", "name+postcode:", "name:"};
  return kPrefixes[static_cast<std::size_t>(key)];
}

// Sets of records, each with the one id and e-mail address it has, or kSeveral.
class Joiner {
 public:
  Joiner(const PersonRecords& records, std::span<const std::string> separate)
      : records_{records}, parent_(records.all().size()), separate_(separate.begin(), separate.end()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (const PersonRecord& record : records.all()) {
      id_.push_back(record.id);
      email_.push_back(record.email);
    }
  }

  void join_by_id();
  void join_by_email();
  void join_if_nothing_speaks_against(JoinKey key);
  void join_by_name_alone();
  People finish();

 private:
  using Group = std::span<const std::uint32_t>;  // records with the same value of a key

  std::uint32_t root_of(std::uint32_t record) {
    while (parent_[record] != record) record = parent_[record] = parent_[parent_[record]];
    return record;
  }
  static std::uint32_t merged(std::uint32_t a, std::uint32_t b) {
    if (a == 0 || a == b) return b;
    return b == 0 ? a : kSeveral;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root_of(a);
    b = root_of(b);
    if (a == b) return;
    if (b < a) std::swap(a, b);  // the first record stands for all
    parent_[b] = a;
    id_[a] = merged(id_[a], id_[b]);
    email_[a] = merged(email_[a], email_[b]);
  }
  std::vector<std::uint32_t> roots_of(Group group) {
    std::vector<std::uint32_t> roots;
    for (const std::uint32_t record : group) roots.push_back(root_of(record));
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    return roots;
  }
  [[nodiscard]] std::string value_of(JoinKey key, const PersonRecord& record) const;
  template <class Each>
  void for_each_group(JoinKey key, Each&& each);
  void note(std::vector<JoinNote>& notes, JoinKey key, Group group, const std::string& value);
  void join_group(JoinKey key, Group group, const std::vector<std::uint32_t>& roots,
                  const std::string& value);
  void refuse(JoinKey key, Group group, const std::string& value);
  [[nodiscard]] bool differ(std::uint32_t a, std::uint32_t b) const;

  const PersonRecords& records_;
  std::vector<std::uint32_t> parent_, id_, email_;
  std::set<std::string> separate_;
  People people_;
};

std::string Joiner::value_of(JoinKey key, const PersonRecord& record) const {
  switch (key) {
    case JoinKey::CustomerId:
      return records_.ids.text(record.id);
    case JoinKey::Email:
      return records_.emails.text(record.email);
    case JoinKey::Phone:
      return records_.phones.text(record.phone);
    case JoinKey::NameAndPostcode:
      return records_.names.text(record.name) + ", " + records_.postcodes.text(record.postcode);
    case JoinKey::NameAlone:
      return records_.names.text(record.name);
  }
  return {};
}

// Calls each(records, value) for every value that several records share, by rising value.
template <class Each>
void Joiner::for_each_group(JoinKey key, Each&& each) {
  const auto& all = records_.all();
  const auto numbers = [&](std::uint32_t i) -> std::pair<std::uint32_t, std::uint32_t> {
    const PersonRecord& record = all[i];
    switch (key) {
      case JoinKey::CustomerId:
        return {record.id, 0};
      case JoinKey::Email:
        return {record.email, 0};
      case JoinKey::Phone:
        return {record.phone, 0};
      case JoinKey::NameAndPostcode:
        return {record.postcode == 0 ? 0 : record.name, record.postcode};
      case JoinKey::NameAlone:
        return {record.name, 0};
    }
    return {};
  };
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (numbers(i).first != 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple{numbers(a), a} < std::tuple{numbers(b), b};
  });
  std::vector<std::pair<std::string, Group>> groups;
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && numbers(order[last]) == numbers(order[first])) ++last;
    if (last - first > 1)
      groups.emplace_back(value_of(key, all[order[first]]), Group{order}.subspan(first, last - first));
    first = last;
  }
  // The numbers depend on the order of rows, the values do not.
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [value, group] : groups) each(group, value);
}

void Joiner::note(std::vector<JoinNote>& notes, JoinKey key, Group group, const std::string& value) {
  JoinNote made{prefix_of(key) + value, key, value, {}, group.front(), 0};
  std::set<std::string> shown;
  for (const std::uint32_t i : group) {
    const PersonRecord& record = records_.all()[i];
    made.rows += record.rows;
    const std::string& name = records_.shown.text(record.shown);
    const std::string& email = records_.emails.text(record.email);
    shown.insert(name.empty() ? (email.empty() ? records_.shown_id(record) : email)
                              : (email.empty() || key == JoinKey::Email ? name : name + " <" + email + ">"));
  }
  for (const std::string& text : shown) {
    if (made.records.size() < kMostShown) made.records.push_back(text);
  }
  notes.push_back(std::move(made));
}

void Joiner::join_group(JoinKey key, Group group, const std::vector<std::uint32_t>& roots,
                        const std::string& value) {
  if (separate_.contains(prefix_of(key) + value)) {
    people_.separated += roots.size() - 1;
    return;
  }
  for (const std::uint32_t root : roots) join(roots.front(), root);
  people_.joined_by[static_cast<std::size_t>(key)] += roots.size() - 1;
  note(people_.joins, key, group, value);
}

void Joiner::refuse(JoinKey key, Group group, const std::string& value) {
  ++people_.conflicts;
  note(people_.kept_apart, key, group, value);
}

// Both the e-mail address and the name are known of both, and neither is the same.
bool Joiner::differ(std::uint32_t a, std::uint32_t b) const {
  const PersonRecord& first = records_.all()[a];
  const PersonRecord& second = records_.all()[b];
  return first.email != 0 && second.email != 0 && first.email != second.email && first.name != 0 &&
         second.name != 0 && first.name != second.name;
}

void Joiner::join_by_id() {
  for_each_group(JoinKey::CustomerId, [&](Group group, const std::string& value) {
    bool speaks_against = false;
    const std::size_t compared = std::min(group.size(), kMostCompared);
    for (std::size_t i = 0; i < compared; ++i) {
      for (std::size_t j = 0; j < i; ++j) speaks_against |= differ(group[i], group[j]);
    }
    if (speaks_against) return refuse(JoinKey::CustomerId, group, value);
    join_group(JoinKey::CustomerId, group, roots_of(group), value);
  });
}

void Joiner::join_by_email() {
  for_each_group(JoinKey::Email, [&](Group group, const std::string& value) {
    const std::vector<std::uint32_t> roots = roots_of(group);
    if (roots.size() < 2) return;
    std::set<std::uint32_t> ids;
    for (const std::uint32_t root : roots) ids.insert(id_[root]);
    ids.erase(0);
    if (ids.size() > kMostIdsOfOneMailbox) return refuse(JoinKey::Email, group, value);
    join_group(JoinKey::Email, group, roots, value);
  });
}

void Joiner::join_if_nothing_speaks_against(JoinKey key) {
  for_each_group(key, [&](Group group, const std::string& value) {
    const std::vector<std::uint32_t> roots = roots_of(group);
    if (roots.size() < 2) return;
    std::uint32_t id = 0;
    std::uint32_t email = 0;
    for (const std::uint32_t root : roots) {
      id = merged(id, id_[root]);
      email = merged(email, email_[root]);
    }
    // Somebody with several ids of his own is no contradiction to one who has none.
    const bool is_one_person = id != kSeveral && email != kSeveral;
    if (!is_one_person) return refuse(key, group, value);
    join_group(key, group, roots, value);
  });
}

void Joiner::join_by_name_alone() {
  for_each_group(JoinKey::NameAlone, [&](Group group, const std::string& value) {
    std::vector<std::uint32_t> bare;
    std::vector<std::uint32_t> known;
    for (const std::uint32_t i : group) {
      const PersonRecord& record = records_.all()[i];
      const bool is_bare = record.id == 0 && record.email == 0 && record.phone == 0 && record.postcode == 0;
      (is_bare ? bare : known).push_back(i);
    }
    if (bare.empty() || known.empty()) return;
    const std::vector<std::uint32_t> people = roots_of(known);
    if (people.size() > 1) return refuse(JoinKey::NameAlone, group, value);
    bare.push_back(people.front());
    join_group(JoinKey::NameAlone, group, roots_of(bare), value);
  });
}

People Joiner::finish() {
  const auto& all = records_.all();
  people_.customer_of_record.assign(all.size(), kNobody);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const std::uint32_t root = root_of(i);
    if (root == i) people_.customer_of_record[i] = people_.customers++;
    people_.customer_of_record[i] = people_.customer_of_record[root];
  }
  for (auto* notes : {&people_.joins, &people_.kept_apart}) {
    std::sort(notes->begin(), notes->end(), [](const JoinNote& a, const JoinNote& b) {
      return std::tuple{-static_cast<std::int64_t>(a.rows), a.key} <
             std::tuple{-static_cast<std::int64_t>(b.rows), b.key};
    });
    if (notes->size() > kMostNotes) notes->resize(kMostNotes);
    for (JoinNote& note : *notes) note.customer = people_.customer_of_record[note.customer];
  }
  return std::move(people_);
}

}  // namespace

std::uint32_t TextPool::number_of(std::string_view text) {
  if (text.empty()) return 0;
  if (const auto found = unsorted_numbers_.find(text); found != unsorted_numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(texts_.size());
  const auto added = unsorted_numbers_.emplace(std::string{text}, number).first;
  texts_.push_back(&added->first);  // keys of a map stay where they are
  return number;
}

std::uint32_t TextPool::find(std::string_view text) const {
  const auto found = unsorted_numbers_.find(text);
  return found == unsorted_numbers_.end() ? 0 : found->second;
}

std::size_t PersonRecords::KeyHash::operator()(const Key& key) const noexcept {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::uint32_t part : key.parts) hash = (hash ^ part) * 1099511628211ULL;
  return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

std::uint32_t PersonRecords::add(const PersonMarks& marks, std::string_view shown_name,
                                 std::string_view shown_id_text) {
  const bool has_key = !marks.id.empty() || !marks.email.empty() || !marks.phone.empty();
  const bool has_full_name = marks.name.find(' ') != std::string_view::npos;
  if (!has_key && !has_full_name && (marks.name.empty() || marks.postcode.empty())) return kNobody;
  const Key key{{ids.number_of(marks.id), emails.number_of(marks.email), phones.number_of(marks.phone),
                 names.number_of(marks.name), postcodes.number_of(marks.postcode)}};
  const auto [at, is_new] = unsorted_keys_.try_emplace(key, static_cast<std::uint32_t>(records_.size()));
  if (is_new) {
    records_.push_back({key.parts[0], key.parts[1], key.parts[2], key.parts[3], key.parts[4],
                        shown.number_of(shown_name), 0});
    shown_ids_.resize(ids.size(), 0);
    if (shown_ids_[key.parts[0]] == 0) shown_ids_[key.parts[0]] = shown.number_of(shown_id_text);
  }
  ++records_[at->second].rows;
  return at->second;
}

const std::string& PersonRecords::shown_id(const PersonRecord& record) const {
  return shown.text(record.id < shown_ids_.size() ? shown_ids_[record.id] : 0);
}

People join_people(const PersonRecords& records, std::span<const std::string> separate) {
  Joiner joiner{records, separate};
  joiner.join_by_id();
  joiner.join_by_email();
  joiner.join_if_nothing_speaks_against(JoinKey::Phone);
  joiner.join_if_nothing_speaks_against(JoinKey::NameAndPostcode);
  joiner.join_by_name_alone();
  return joiner.finish();
}

}  // namespace attune::customer
