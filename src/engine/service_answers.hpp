// The JSON answers about the inbox, drafts, playbooks, the shop's own questions and answers, and personal
// data. protocol/README.md shows their shapes.
#pragma once

#include <cstdint>
#include <string>

#include "engine/service_desk.hpp"
#include "protocol/requests.hpp"

namespace attune::engine {

// After desk.prepare().
[[nodiscard]] std::string answer_inbox(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id,
                                       const protocol::InboxQuery& query);
[[nodiscard]] std::string answer_reply(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id,
                                       const protocol::ReplyQuery& query);
[[nodiscard]] std::string answer_playbooks(const ServiceDesk& desk, std::uint64_t id,
                                           const protocol::PlaybooksQuery& query);
[[nodiscard]] std::string answer_faq(const AnalysisRun& run, ServiceDesk& desk, std::uint64_t id);

[[nodiscard]] insight::PlaybookSettings playbook_settings(const DeskCustomers& customers,
                                                          const protocol::PlaybooksQuery& query);

}  // namespace attune::engine
