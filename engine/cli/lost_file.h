#pragma once

#include "engine/base/language.h"

namespace kijun::cli {

/// From now on a file that is cut short while it is read ends the process with a message in `language` and the exit code
/// of a run that could not be made, and leaves no file half written.
void expect_lost_files(Language language);

}  // namespace kijun::cli
