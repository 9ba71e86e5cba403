// Applies edits and composes them with those before, in one walk over both lists.
#include "normalizer/edit_log.h"

#include <algorithm>
#include <cstring>

namespace newswash {

namespace {

constexpr std::size_t kMostKept = std::size_t{4} << 20U;  // bytes of a buffer that waits for the next text

/// Empties a buffer. A very large text must not hold on to several copies of itself.
template <typename Buffer>
void release(Buffer& buffer) {
  buffer.clear();
  if (buffer.capacity() * sizeof(typename Buffer::value_type) > kMostKept) Buffer().swap(buffer);
}

/// Bytes of the text between the old repairs and the new edits.
struct Span {
  std::size_t begin, end;
};

bool comes_first(const Span& a, const Span& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end <= b.end;
}

/// Moves offsets of the text between the old repairs and the new edits back to the input.
class Composer {
 public:
  Composer(Fix fix, const Edits& edits, std::string_view before, std::vector<Repair>& old)
      : fix_(fix), edits_(edits), before_(before), old_(old) {}

  void compose(std::vector<Repair>& out) {
    while (next_old_ < old_.size() || next_edit_ < edits_.size()) cluster(out);
  }

 private:
  bool old_is_next() const {
    if (next_edit_ == edits_.size()) return true;
    return next_old_ < old_.size() && comes_first(old_span(), edit_span());
  }
  Span old_span() const {
    const std::size_t begin = old_[next_old_].begin + shift_;
    return {begin, begin + old_[next_old_].after.size()};
  }
  Span edit_span() const { return {edits_[next_edit_].begin, edits_[next_edit_].end}; }

  void pass_old() {
    const Repair& passed = old_[next_old_++];
    shift_ +=
        passed.after.size() - (passed.end - passed.begin);  // wraps around where a repair shortens: so meant
  }

  /// One repair, or several that overlap, as one repair of the input.
  void cluster(std::vector<Repair>& out) {
    const std::size_t first_old = next_old_;
    const std::size_t first_edit = next_edit_;
    Span span = old_is_next() ? old_span() : edit_span();
    const std::size_t input_begin = span.begin - shift_;
    for (bool first = true; next_old_ < old_.size() || next_edit_ < edits_.size(); first = false) {
      const bool is_old = old_is_next();
      const Span next = is_old ? old_span() : edit_span();
      if (!first && next.begin >= span.end) break;
      span.end = std::max(span.end, next.end);
      if (is_old)
        pass_old();
      else
        ++next_edit_;
    }
    if (first_edit == next_edit_) return out.push_back(std::move(old_[first_old]));
    Fix fix = fix_;  // of several that had a part in it, the one that runs first
    for (std::size_t i = first_old; i < next_old_; ++i) fix = std::min(fix, old_[i].fix);
    out.push_back({fix, input_begin, span.end - shift_, rewritten(span, first_edit)});
  }

  std::string rewritten(Span span, std::size_t edit) const {
    std::string after;
    for (; edit < next_edit_; ++edit) {
      after.append(before_, span.begin, edits_[edit].begin - span.begin);
      after += edits_[edit].after;
      span.begin = edits_[edit].end;
    }
    return after.append(before_, span.begin, span.end - span.begin);
  }

  Fix fix_;
  const Edits& edits_;
  std::string_view before_;
  std::vector<Repair>& old_;
  std::size_t next_old_ = 0;
  std::size_t next_edit_ = 0;
  std::size_t shift_ = 0;  // offset in `before` minus offset in the input, modulo 2^64
};

}  // namespace

void EditLog::begin(std::string_view input) {
  text_ = input;
  for (std::string& buffer : buffers_) release(buffer);
  repairs_.clear();
}

void EditLog::apply(Fix fix, Edits& edits) {
  if (edits.empty()) return;
  merged_.clear();
  Composer(fix, edits, text_, repairs_).compose(merged_);
  repairs_.swap(merged_);
  release(merged_);
  if (!rewrite_in_place(edits)) rewrite(edits);
  release(edits);
}

/// Most edits shorten: a text that is the log's own already is written over itself then. False where it is
/// not, or where at some place more was put in than was taken out before.
bool EditLog::rewrite_in_place(const Edits& edits) {
  std::string& own = buffers_[second_ ? 1 : 0];
  if (text_.data() != own.data()) return false;
  std::size_t put_in = 0;
  std::size_t taken_out = 0;
  for (const Edit& edit : edits) {
    put_in += edit.after.size();
    taken_out += edit.end - edit.begin;
    if (put_in > taken_out) return false;
  }
  char* const bytes = own.data();
  std::size_t end = 0;
  std::size_t at = 0;
  const auto move_up_to = [&](std::size_t next) {
    if (end != at) std::memmove(bytes + end, bytes + at, next - at);
    end += next - at;
  };
  for (const Edit& edit : edits) {
    move_up_to(edit.begin);
    end += edit.after.copy(bytes + end, edit.after.size());
    at = edit.end;
  }
  move_up_to(own.size());
  own.resize(end);
  text_ = own;
  return true;
}

void EditLog::rewrite(const Edits& edits) {
  std::string& out = buffers_[second_ ? 0 : 1];
  out.clear();
  out.reserve(text_.size() + text_.size() / 16);
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out.append(text_, at, edit.begin - at);
    out += edit.after;
    at = edit.end;
  }
  out.append(text_, at);
  release(buffers_[second_ ? 1 : 0]);
  second_ = !second_;
  text_ = out;
}

std::size_t InputOffsets::begin(std::size_t offset) noexcept {
  while (next_ < repairs_.size()) {
    const Repair& repair = repairs_[next_];
    const std::size_t from = repair.begin + shift_;
    const std::size_t until = from + repair.after.size();
    if (until > offset || (from == until && until == offset))
      return from < offset ? repair.begin : offset - shift_;
    pass();
  }
  return offset - shift_;
}

std::size_t InputOffsets::end(std::size_t offset) noexcept {
  while (next_ < repairs_.size()) {
    const Repair& repair = repairs_[next_];
    const std::size_t from = repair.begin + shift_;
    if (from + repair.after.size() > offset) return from < offset ? repair.end : offset - shift_;
    pass();
  }
  return offset - shift_;
}

void InputOffsets::pass() noexcept {
  const Repair& repair = repairs_[next_++];
  shift_ += repair.after.size() - (repair.end - repair.begin);
}

}  // namespace newswash
