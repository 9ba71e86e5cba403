// What kind of paragraph a kept line is.
#pragma once

#include <newswash/article.h>

#include "reader/boilerplate/strip.h"

namespace newswash {

/// `next` is the line after it, null at the end.
ParagraphKind paragraph_kind(const PageLine& line, const PageLine* next) noexcept;

}  // namespace newswash
