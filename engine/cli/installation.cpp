#include "engine/cli/installation.h"

#include "engine/cli/install_layout.h"

namespace kijun::cli {

Installation find_installation(const std::string& program, FileSystem& files) {
  Installation found;
  found.program = program;
  if (program.empty()) return found;
  const std::string bin = parent_path(program);
  const auto folder = [&](std::string_view from_program, std::string_view name) {
    const std::string path = join_path(join_path(bin, from_program), name);
    return files.is_directory(path) ? path : std::string();
  };
  found.packs = folder(kShareFromProgram, "rules");
  found.schemas = folder(kShareFromProgram, "rules/schema");
  found.manual = folder(kManFromProgram, "man1");
  return found;
}

}  // namespace kijun::cli
