# How a release is hardened: every target gets NARU_HARDENING at compile time and
# NARU_HARDENING_LINK when it is linked. Sanitizers and debugging go without: they would fight over
# the same memory. cmake/check_program.cmake reads the result out of the programs.
set(NARU_HARDENING)
set(NARU_HARDENING_LINK -Wl,--as-needed)
if(CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$" AND NOT NARU_SANITIZE)
  include(CheckCCompilerFlag)
  set(NARU_HARDENED ON)
  set(NARU_HARDENING -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE)
  list(APPEND NARU_HARDENING_LINK -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
  # What only some processors have.
  check_c_compiler_flag(-fstack-clash-protection NARU_HAS_STACK_CLASH_PROTECTION)
  if(NARU_HAS_STACK_CLASH_PROTECTION)
    list(APPEND NARU_HARDENING -fstack-clash-protection)
  endif()
  check_c_compiler_flag(-fcf-protection=full NARU_HAS_CF_PROTECTION)
  if(NARU_HAS_CF_PROTECTION)
    list(APPEND NARU_HARDENING -fcf-protection=full)
  endif()
else()
  set(NARU_HARDENED OFF)
  set(NARU_HAS_CF_PROTECTION OFF)
  set(NARU_HAS_STACK_CLASH_PROTECTION OFF)
endif()
