#pragma once

#include <memory>
#include <string>

#include "engine/base/file_bytes.h"
#include "engine/base/result.h"

namespace kijun {

/// The bytes of a regular file that `file` has open for reading, which the system loads when they are looked at. What
/// somebody writes to the file meanwhile may show in them. The file is watched for as long as the bytes live. Null for an
/// empty file, one of another kind, and when there is no room for another mapping; it can still be read then. `path` names
/// it in messages.
[[nodiscard]] std::unique_ptr<const FileBytes> map_file(const std::string& path, int file);

/// Fails when a file whose bytes are mapped was written to or cut short since, so that nothing read from it can be
/// believed.
[[nodiscard]] Status check_mapped_files();

/// Ends the process with a word about a mapped file that was cut short. Called in a signal handler, so it may only use
/// what POSIX calls async-signal-safe.
using LostFile = void (*)(const char* path);

/// Has `tell` called when bytes are looked at that a mapped file no longer has. Without it the process ends by SIGBUS.
void tell_of_lost_file(LostFile tell);

}  // namespace kijun
