#include "tests/architecture/layers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "tests/architecture/cpp_scan.h"

namespace kijun::architecture {
namespace {

struct Layer {
  std::string_view module;
  std::vector<std::string_view> may_include;
};

// The layering, lowest first; a module always includes itself. `reports/*` stands for every folder of a format.
const std::vector<Layer>& layers() {
  static const std::vector<Layer> kLayers{
      {"base", {}},
      {"diag", {"base"}},
      {"toml", {"base", "diag"}},
      {"table", {"base", "diag", "toml"}},
      {"cel", {"base", "diag", "table"}},
      {"exec", {"base", "diag", "table", "cel"}},
      {"survey", {"base", "diag", "toml", "table", "cel", "exec"}},
      {"policy", {"base", "diag", "toml", "table", "cel", "exec"}},
      {"audit", {"base", "diag", "toml", "table", "cel", "exec", "survey", "policy"}},
      {"analysis", {"base", "diag", "toml", "table", "cel", "exec", "survey", "policy", "audit"}},
      {"sql", {"base", "diag", "table", "cel", "exec", "survey", "policy", "audit"}},
      {"reports/escape", {"base"}},
      {"reports/words", {"base", "diag", "table", "survey", "policy", "audit"}},
      {"reports/model", {"base", "diag", "table", "survey", "policy", "audit", "reports/words"}},
      {"reports/ci",
       {"base", "diag", "table", "survey", "policy", "audit", "reports/escape", "reports/words", "reports/model"}},
      {"reports/provenance",
       {"base", "diag", "table", "survey", "policy", "audit", "reports/escape", "reports/words", "reports/model",
        "reports/ci"}},
      {"reports/*",
       {"base", "diag", "table", "survey", "policy", "audit", "reports/escape", "reports/words", "reports/model",
        "reports/ci", "reports/provenance"}},
      {"cli",
       {"base", "diag", "toml", "table", "cel", "exec", "survey", "policy", "audit", "analysis", "sql",
        "reports/escape", "reports/words", "reports/model", "reports/ci", "reports/provenance", "reports/*"}},
      // The same for other programs; of the command line it shares the list of formats and the version.
      {"library", {"base", "diag", "table", "survey", "policy", "audit", "cli", "reports/model"}},
  };
  return kLayers;
}

bool is_format(std::string_view module) {
  return module.starts_with("reports/") && module != "reports/escape" && module != "reports/words" &&
         module != "reports/model" && module != "reports/ci" && module != "reports/provenance";
}

const Layer* find_layer(std::string_view module) {
  const std::string_view name = is_format(module) ? "reports/*" : module;
  const auto& all = layers();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Layer& layer) { return layer.module == name; });
  return found == all.end() ? nullptr : &*found;
}

bool may_include(const Layer& layer, std::string_view from, std::string_view to) {
  const std::string_view name = is_format(to) ? "reports/*" : to;
  return from == to || std::find(layer.may_include.begin(), layer.may_include.end(), name) != layer.may_include.end();
}

bool is_product_code(const SourceFile& file) { return is_cpp(file) && is_product(file); }

// What only one folder may use, as the text that shows the use.
struct Confined {
  std::string_view text;
  std::string_view folder;
};

constexpr std::array kConfined{
    Confined{"<toml++/", "engine/toml/"},       Confined{"<spdlog/", "engine/cli/"},
    Confined{"<thread>", "engine/base/"},       Confined{"<mutex>", "engine/base/"},
    Confined{"<shared_mutex>", "engine/base/"}, Confined{"<condition_variable>", "engine/base/"},
    Confined{"<future>", "engine/base/"},       Confined{"<atomic>", "engine/base/"},
    Confined{"<fstream>", "engine/base/"},      Confined{"<sys/mman.h>", "engine/base/"},
    Confined{"system_clock", "engine/base/"},   Confined{"std::time(", "engine/base/"},
    Confined{"clock_gettime(", "engine/base/"}, Confined{"setlocale(", "engine/base/"},
    Confined{"std::locale(\"", "engine/base/"}, Confined{"random_device", "engine/base/"},
};

// Walks the include graph depth first and reports each cycle where it closes.
class CycleFinder {
 public:
  explicit CycleFinder(const std::vector<SourceFile>& files) {
    for (const SourceFile& file : files) {
      if (!is_product_code(file)) {
        continue;
      }
      std::vector<std::string>& targets = edges_[file.path];
      for (const Include& include : includes_of(file)) {
        targets.push_back(include.target);
      }
    }
  }

  Violations run() {
    for (const auto& [path, targets] : edges_) {
      visit(path);
    }
    return std::move(violations_);
  }

 private:
  void visit(const std::string& path) {
    const auto open = std::find(path_.begin(), path_.end(), path);
    if (open != path_.end()) {
      std::string cycle;
      for (auto step = open; step != path_.end(); ++step) {
        cycle += *step + " → ";
      }
      violations_.push_back("include cycle: " + cycle + path);
      return;
    }
    const auto edges = edges_.find(path);
    if (edges == edges_.end() || !done_.insert(path).second) {
      return;
    }
    path_.push_back(path);
    for (const std::string& target : edges->second) {
      visit(target);
    }
    path_.pop_back();
  }

  std::map<std::string, std::vector<std::string>> edges_;
  std::vector<std::string> path_;
  std::set<std::string> done_;
  Violations violations_;
};

}  // namespace

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(file.text)) {
    ++number;
    if (!line.starts_with("#include ") || line.size() < 11) {
      continue;
    }
    const char close = line[9] == '"' ? '"' : '>';
    const std::size_t end = line.find(close, 10);
    includes.push_back({std::string(line.substr(10, end - 10)), number, close == '"'});
  }
  return includes;
}

std::string module_of(std::string_view path) {
  const std::size_t first = path.find('/');
  const std::size_t second = first == std::string_view::npos ? first : path.find('/', first + 1);
  if (second == std::string_view::npos) {
    return {};
  }
  if (path.starts_with("engine/")) {
    return std::string(path.substr(first + 1, second - first - 1));
  }
  return path.starts_with("reports/") ? std::string(path.substr(0, second)) : std::string();
}

Violations check_include_edges(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const SourceFile& file : files) {
    if (!is_product_code(file)) {
      continue;
    }
    const std::string from = module_of(file.path);
    const Layer* layer = find_layer(from);
    if (layer == nullptr) {
      violations.push_back(file.path + ": the module `" + from + "` is not in the layer table");
      continue;
    }
    for (const Include& include : includes_of(file)) {
      const std::string to = module_of(include.target);
      if (include.is_quoted && to.empty()) {
        violations.push_back(place(file, include.line) + "\"" + include.target + "\" is not a root-relative path");
      } else if (include.is_quoted && !may_include(*layer, from, to)) {
        violations.push_back(place(file, include.line) + from + " may not include " + to);
      }
    }
  }
  return violations;
}

Violations check_public_includes(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const SourceFile& file : files) {
    if (!file.path.starts_with("engine/library/include/") || !is_header(file)) {
      continue;
    }
    for (const Include& include : includes_of(file)) {
      const bool is_standard = include.target.find_first_of("/.") == std::string::npos;
      const bool is_allowed =
          is_standard || include.target.starts_with("kijun/") || include.target == "tl/expected.hpp";
      if (include.is_quoted || !is_allowed) {
        violations.push_back(place(file, include.line) + "a public header may not include " + include.target);
      }
    }
  }
  return violations;
}

Violations check_include_cycles(const std::vector<SourceFile>& files) { return CycleFinder(files).run(); }

Violations check_confined_uses(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const SourceFile& file : files) {
    if (!is_product_code(file)) {
      continue;
    }
    const std::string code = without_comments(file.text);
    std::size_t number = 0;
    for (const std::string_view line : lines_of(code)) {
      ++number;
      for (const Confined& confined : kConfined) {
        if (line.find(confined.text) != std::string_view::npos && !file.path.starts_with(confined.folder)) {
          violations.push_back(place(file, number) + "`" + std::string(confined.text) + "` belongs to " +
                               std::string(confined.folder) + " only");
        }
      }
    }
  }
  return violations;
}

}  // namespace kijun::architecture
