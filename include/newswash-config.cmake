# What find_package(newswash) reads: the libraries that newswash's own is made of, then the targets.
include(CMakeFindDependencyMacro)
find_dependency(ICU COMPONENTS i18n uc data)
find_dependency(fmt)
find_dependency(CLI11)
find_dependency(TBB)
find_dependency(LibArchive)
find_dependency(ZLIB)
include(${CMAKE_CURRENT_LIST_DIR}/newswash-targets.cmake)
