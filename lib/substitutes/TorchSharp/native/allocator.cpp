// Memory of small and of large tensors. Aligned allocation costs a tenth of a small operator, so blocks of up to 1 KiB are kept
// in lists by size. Memory that comes fresh from the system costs a page fault per 4 KiB, a third of a convolutional network's
// step, so freed blocks of 1 MiB and more wait for the next tensor of their size. What lies between is libtorch's own business.
#include <c10/core/CPUAllocator.h>

#include <sys/mman.h>

#include <array>
#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::array<size_t, 3> kSizes{256, 512, 1024};
constexpr size_t kRegion = size_t{1} << 30;  // address space for the blocks of one size; memory is taken as it is touched
constexpr size_t kKept = 512;                // blocks moved at once between a thread and what all threads share
constexpr size_t kLarge = size_t{1} << 20;   // from here on blocks wait
constexpr size_t kWaiting = size_t{256} << 20;  // bytes that may wait in all

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

// The blocks of 1 MiB and more: the sizes of those in use, and those that wait by size.
class LargeBlocks {
 public:
  explicit LargeBlocks(c10::Allocator* system) : system_(system) {}

  void* take(size_t bytes) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = waiting_.find(bytes);
    if (found == waiting_.end()) return nullptr;
    void* block = found->second.back();
    found->second.pop_back();
    if (found->second.empty()) waiting_.erase(found);
    waiting_bytes_ -= bytes;
    sizes_[block] = bytes;
    return block;
  }

  void add(void* block, size_t bytes) {
    std::lock_guard<std::mutex> lock(mutex_);
    sizes_[block] = bytes;
  }

  void give_back(void* block) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto used = sizes_.find(block);
    size_t bytes = used == sizes_.end() ? kWaiting + 1 : used->second;
    if (used != sizes_.end()) sizes_.erase(used);
    // A program that has gone on to other sizes leaves what waits behind: all of it goes, rather than some by a rule.
    if (waiting_bytes_ + bytes > kWaiting && bytes <= kWaiting) release();
    if (bytes > kWaiting) {
      system_->raw_deleter()(block);
      return;
    }
    waiting_[bytes].push_back(block);
    waiting_bytes_ += bytes;
  }

 private:
  void release() {
    for (auto& [bytes, blocks] : waiting_) for (void* block : blocks) system_->raw_deleter()(block);
    waiting_.clear();
    waiting_bytes_ = 0;
  }

  c10::Allocator* system_;
  std::mutex mutex_;
  std::unordered_map<void*, size_t> sizes_;
  std::map<size_t, Blocks> waiting_;
  size_t waiting_bytes_ = 0;
};

// Never destroyed: tensors may outlive every static object.
Shared& shared() {
  static auto* all = new Shared;
  return *all;
}

LargeBlocks& large_blocks() {
  static auto* all = new LargeBlocks(shared().large);
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
    if (block != nullptr) large_blocks().give_back(block);
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

struct Blockwise final : c10::Allocator {
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
    if (bytes < kLarge) return shared().large->allocate(bytes);
    void* block = large_blocks().take(bytes);
    if (block == nullptr) {
      block = shared().large->allocate(bytes).release_context();
      large_blocks().add(block, bytes);
    }
    return {block, block, give_back, c10::Device(c10::DeviceType::CPU)};
  }

  c10::DeleterFnPtr raw_deleter() const override { return give_back; }
};

const bool installed = [] {
  shared();
  c10::SetCPUAllocator(new Blockwise, /*priority=*/1);
  return true;
}();

}  // namespace
