# What `cmake --install` takes of the library: the archive, the headers that other
# projects may include, and what find_package(plancover) reads.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/plancover)

install(TARGETS plancover EXPORT plancover FILE_SET HEADERS)
install(EXPORT plancover NAMESPACE plancover:: DESTINATION ${package_dir} FILE plancoverTargets.cmake)

configure_package_config_file(plancoverConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/plancoverConfig.cmake
  INSTALL_DESTINATION ${package_dir})
# Before 1.0 any minor version may change what a program sees.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/plancoverConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/plancoverConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/plancoverConfigVersion.cmake
  DESTINATION ${package_dir})
