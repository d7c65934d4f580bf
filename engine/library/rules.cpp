#include <kijun/rules.h>

#include "engine/library/convert.h"
#include "engine/library/state.h"
#include "engine/library/whole_files.h"

namespace kijun::api {

Result<Rules> Rules::load(const std::string& folder, const std::vector<std::string>& pack_folders) {
  auto state = std::make_shared<State>();  // Shared by every copy, and by the surveys that are read by its fields.
  state->files = open_whole_files();
  state->pack_folders = pack_folders;
  diag::Sink sink;
  std::optional<policy::Pack> pack =
      policy::load_pack(folder, {*state->files, state->sources, sink, {}, state->pack_folders});
  if (!pack) return failure_of(sink);
  state->pack = std::move(*pack);
  state->diagnostics = to_diagnostics(sink);
  return Rules(std::move(state));
}

const std::string& Rules::id() const { return state_->pack.id; }

const std::string& Rules::version() const { return state_->pack.version; }

Text Rules::title() const { return to_text(state_->pack.title); }

std::vector<Edition> Rules::editions() const {
  std::vector<Edition> editions;
  for (const policy::Edition& edition : state_->pack.editions)
    editions.push_back({edition.id, to_text(edition.title), edition.from_year, edition.to_year});
  return editions;
}

const std::vector<Diagnostic>& Rules::diagnostics() const { return state_->diagnostics; }

}  // namespace kijun::api
