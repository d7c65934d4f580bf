#pragma once

#include <functional>

#include "reports/html/components.h"

namespace kijun::reports {

/// Writes a part of the page. In a folded page it is put away as text (`folded_text.h`) in the very place to which the
/// page's script brings it back before anything else; until then, and without scripts, `write_instead` stands there.
/// Both get the page to write to.
void write_foldable(const Page& page, const std::function<void(const Page&)>& write_part,
                    const std::function<void(const Page&)>& write_instead = {});
/// For browsers that cannot bring back what is folded: says so when the script finds out. Nothing where nothing is folded.
void write_unfolding_notice(const Page& page);

}  // namespace kijun::reports
