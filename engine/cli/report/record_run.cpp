#include "engine/cli/report/record_run.h"

namespace kijun::cli {
namespace {

AuditRequest request_for(const InputPaths& paths, std::optional<Date> as_of, const std::string& code) {
  AuditRequest request;
  request.paths = paths;
  request.as_of = as_of;
  request.records = {code};
  request.options.readership = audit::Readership::kMunicipality;
  return request;
}

}  // namespace

RecordRun::RecordRun(const InputPaths& paths, std::optional<Date> as_of, const std::string& code, Session& session)
    : session_(session),
      own_session_(session.beside(session.files, told_)),
      audit_(request_for(paths, as_of, code), own_session_) {}

bool RecordRun::run() {
  if (audit_.run()) return true;
  session_.err << told_.str();
  return false;
}

}  // namespace kijun::cli
