// Memory of small tensors. Aligned allocation costs a tenth of a small operator, so blocks of up to 1 KiB are kept in lists by
// size instead of going back to the system; larger ones are libtorch's own business.
#include <c10/core/CPUAllocator.h>

#include <sys/mman.h>

#include <array>
#include <mutex>
#include <vector>

namespace {

constexpr std::array<size_t, 3> kSizes{256, 512, 1024};
constexpr size_t kRegion = size_t{1} << 30;  // address space for the blocks of one size; memory is taken as it is touched
constexpr size_t kKept = 512;                // blocks moved at once between a thread and what all threads share

using Blocks = std::vector<void*>;

struct Shared {
  c10::Allocator* large = c10::GetCPUAllocator();
  std::mutex mutex;
  std::array<Blocks, kSizes.size()> free;
  std::array<size_t, kSizes.size()> used{};
  char* region;

  Shared() {
    void* space = mmap(nullptr, kRegion * kSizes.size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    region = space == MAP_FAILED ? nullptr : static_cast<char*>(space);
  }

  // Which list a block belongs to: its address says so. Not a small block: the number of sizes.
  size_t index_of(void* block) const {
    auto offset = static_cast<size_t>(static_cast<char*>(block) - region);
    return region != nullptr && offset < kRegion * kSizes.size() ? offset / kRegion : kSizes.size();
  }
};

// Never destroyed: tensors may outlive every static object.
Shared& shared() {
  static auto* all = new Shared;
  return *all;
}

// What one thread frees another may need (a finalizer frees what other threads made), so a long list is handed over.
void hand_over(size_t index, Blocks& blocks, size_t keep) {
  auto& all = shared();
  std::lock_guard<std::mutex> lock(all.mutex);
  all.free[index].insert(all.free[index].end(), blocks.begin() + keep, blocks.end());
  blocks.resize(keep);
}

struct Local {
  std::array<Blocks, kSizes.size()> free;
  ~Local();
};

thread_local bool ended = false;
thread_local Local local;

Local::~Local() {
  ended = true;
  for (size_t i = 0; i < kSizes.size(); i++) hand_over(i, free[i], 0);
}

// Leaves the list empty where the region is used up.
void fetch(size_t index, Blocks& blocks) {
  auto& all = shared();
  std::lock_guard<std::mutex> lock(all.mutex);
  auto& theirs = all.free[index];
  size_t some = std::min(theirs.size(), kKept);
  blocks.insert(blocks.end(), theirs.end() - some, theirs.end());
  theirs.resize(theirs.size() - some);
  for (; blocks.size() < kKept / 8 && all.region != nullptr && all.used[index] < kRegion; all.used[index] += kSizes[index])
    blocks.push_back(all.region + index * kRegion + all.used[index]);
}

void give_back(void* block) {
  size_t index = shared().index_of(block);
  if (index == kSizes.size()) {
    shared().large->raw_deleter()(block);
    return;
  }
  if (ended) {
    Blocks one{block};
    hand_over(index, one, 0);
    return;
  }
  auto& blocks = local.free[index];
  blocks.push_back(block);
  if (blocks.size() > 2 * kKept) hand_over(index, blocks, kKept);
}

struct SmallBlocks final : c10::Allocator {
  c10::DataPtr allocate(size_t bytes) const override {
    if (bytes > 0 && bytes <= kSizes.back() && !ended) {
      size_t index = bytes <= kSizes[0] ? 0 : bytes <= kSizes[1] ? 1 : 2;
      auto& blocks = local.free[index];
      if (blocks.empty()) fetch(index, blocks);
      if (!blocks.empty()) {
        void* block = blocks.back();
        blocks.pop_back();
        return {block, block, give_back, c10::Device(c10::DeviceType::CPU)};
      }
    }
    return shared().large->allocate(bytes);
  }

  c10::DeleterFnPtr raw_deleter() const override { return give_back; }
};

const bool installed = [] {
  shared();
  c10::SetCPUAllocator(new SmallBlocks, /*priority=*/1);
  return true;
}();

}  // namespace
