#!/usr/bin/env bash
# First step of action.yml: puts kijun on the PATH of this job's further steps. KIJUN_PROGRAM is one that is there already;
# else the archive of KIJUN_VERSION is downloaded, checked against its checksum, and unpacked.
set -euo pipefail

fail() {
  echo "::error title=kijun::$*"
  exit 2
}

use() {
  "$1" --version || fail "$1 does not run on this machine"
  dirname "$1" >>"$GITHUB_PATH"
}

if [[ -n ${KIJUN_PROGRAM:-} ]]; then
  cd "$GITHUB_WORKSPACE"
  program=$(command -v "$KIJUN_PROGRAM") || fail "there is no program $KIJUN_PROGRAM"
  program=$(realpath "$program")
  [[ ${program##*/} == kijun ]] || fail "$program is not called kijun"
  use "$program"
  exit 0
fi

[[ $(uname -s) == Linux && $(uname -m) == x86_64 ]] ||
  fail "the archive runs on x86-64 Linux; build kijun on this machine and name it with the input program"
[[ ${KIJUN_VERSION:-} =~ ^[0-9]+(\.[0-9]+)*([-+.][0-9A-Za-z.]+)?$ ]] || fail "${KIJUN_VERSION:-} is no version"

url=${KIJUN_DOWNLOAD_URL:-}
if [[ -z $url ]]; then
  # Actions lie in …/_actions/OWNER/REPOSITORY/REF; the runner does not tell composite actions their repository.
  [[ $GITHUB_ACTION_PATH =~ /_actions/([^/]+/[^/]+)/ ]] ||
    fail "this action was not fetched from a repository; say where the archive is with the input download-url"
  url=${GITHUB_SERVER_URL:-https://github.com}/${BASH_REMATCH[1]}/releases/download/v$KIJUN_VERSION
fi

archive=kijun-$KIJUN_VERSION-linux-x86_64.tar.gz
folder=$RUNNER_TEMP/kijun-program
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
fetch() {
  curl --proto '=https,file' --fail --location --silent --show-error --retry 3 --output "$1" "${url%/}/$1" ||
    fail "cannot download ${url%/}/$1"
}
fetch "$archive"
if [[ -n ${KIJUN_SHA256:-} ]]; then
  checksum=$KIJUN_SHA256
else
  fetch "$archive.sha256"
  read -r checksum _ <"$archive.sha256" || [[ -n ${checksum:-} ]] || fail "$archive.sha256 is empty"
fi
sha256sum --check --strict --status <<<"$checksum  $archive" || fail "$archive does not have the checksum $checksum"
tar --extract --gzip --file "$archive" --strip-components=1
use "$folder/bin/kijun"
