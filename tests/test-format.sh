#!/bin/sh
# Whether every C file has the house's layout: test-format.sh SOURCE_ROOT. Other versions of
# clang-format lay out the same file differently, so only Debian 12's is asked.
cd "$1" || exit 1
case $(clang-format --version 2>/dev/null) in
  *" version 14."*) ;;
  *) echo "clang-format 14 is not here"; exit 77 ;;
esac
find src tests -name '*.[ch]' -exec clang-format --dry-run --Werror {} +
