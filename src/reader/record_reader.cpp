// Goes through the members of a source and cuts each into records.
#include <newswash/source.h>

#include <cstdlib>

#include "reader/byte_input.h"
#include "reader/record_cutter.h"

namespace newswash {

struct RecordReader::State {
  ByteInput input;
  RecordCutter cutter;
  Source source;
  ReaderOptions options;
  bool opened = false;

  std::optional<Result<RawArticle>> next() {
    while (opened) {
      if (auto article = cutter.next()) return article;
      auto member = input.next_member();
      opened = member.has_value();
      if (member && !*member) return Result<RawArticle>(placed(member->error()));
      if (member) start(**std::move(member));
    }
    return std::nullopt;
  }

  void start(ByteInput::Member member) {
    auto origin = std::make_shared<RecordOrigin>();
    origin->source = source;
    origin->packed = member.packed;
    if (!member.name.empty()) {
      origin->source = {std::string(source.name()) + '/' + member.name, source.relative + '/' + member.name};
    }
    cutter.start(input, options, std::move(origin));
  }

  Error placed(Error error) const {
    error.position.file = source.name();
    return error;
  }
};

RecordReader::RecordReader() : state_(std::make_unique<State>()) {}
RecordReader::~RecordReader() = default;

std::optional<Error> RecordReader::open(const Source& source, const ReaderOptions& options) {
  state_->source = source;
  state_->options = options;
  state_->cutter.stop();
  auto failed = state_->input.open(source);
  state_->opened = !failed;
  if (failed) failed->position.file = source.name();
  return failed;
}

std::optional<Result<RawArticle>> RecordReader::next() {
  return state_->next();
}

std::uint64_t RecordReader::bytes_taken() const {
  return state_->input.taken();
}

void RecordReader::on_wait(std::function<void()> waits) {
  state_->input.on_wait(std::move(waits));
}

RecordMemory RecordReader::hand_over() {
  return state_->cutter.hand_over();
}

void FreeMemory::operator()(char* bytes) const noexcept {
  std::free(bytes);
}

}  // namespace newswash
