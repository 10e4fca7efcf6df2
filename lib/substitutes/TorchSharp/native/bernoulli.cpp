// Bernoulli numbers for dropout, bit for bit those of libtorch's bernoulli_. Without MKL libtorch asks its generator with a call per draw, which is most of what
// dropout costs; here the Mersenne Twister (MT19937) makes its 624 words at a time.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace {

class Words {
 public:
  explicit Words(const at::mt19937_data_pod& start) : data(start), left(start.left_ - 1) {}

  at::mt19937_data_pod state() const {
    auto result = data;
    result.left_ = left + 1;
    return result;
  }

  void fill(uint32_t* out, int64_t count) {
    while (count > 0) {
      if (left == 0) twist();
      const auto some = static_cast<int>(std::min<int64_t>(left, count));
      temper(data.state_.data() + data.next_, out, some);
      data.next_ += some;
      left -= some;
      out += some;
      count -= some;
    }
  }

 private:
  static constexpr int N = at::MERSENNE_STATE_N, M = at::MERSENNE_STATE_M;

  at::mt19937_data_pod data;
  int left;  // words of the state that are not drawn yet

  static uint32_t mixed(uint32_t u, uint32_t v) { return (((u & 0x80000000u) | (v & 0x7fffffffu)) >> 1) ^ (-(v & 1u) & 0x9908b0dfu); }

  __attribute__((optimize("O3"))) void twist() {
    auto* p = data.state_.data();
    for (int j = 0; j < N - M; ++j) p[j] = p[j + M] ^ mixed(p[j], p[j + 1]);
    for (int j = N - M; j < N - 1; ++j) p[j] = p[j + M - N] ^ mixed(p[j], p[j + 1]);
    p[N - 1] = p[M - 1] ^ mixed(p[N - 1], p[0]);
    data.next_ = 0;
    left = N;
  }

  __attribute__((optimize("O3"))) static void temper(const uint32_t* state, uint32_t* out, int count) {
    for (int j = 0; j < count; ++j) {
      auto y = state[j];
      y ^= y >> 11;
      y ^= (y << 7) & 0x9d2c5680u;
      y ^= (y << 15) & 0xefc60000u;
      out[j] = y ^ (y >> 18);
    }
  }
};

}  // namespace

// Fills a contiguous float32 tensor with 1 where the lower 53 bits of the next 64 are below keep's share of them, else with 0.
LT_API int lt_bernoulli(Handle handle, double keep) {
  return guarded(-1, [&] {
    constexpr int64_t Chunk = 2048;
    uint32_t words[2 * Chunk];
    constexpr uint64_t all = uint64_t(1) << 53;
    const auto below = static_cast<uint64_t>(std::ceil(keep * static_cast<double>(all)));
    auto tensor = borrow(handle);
    auto* out = tensor.data_ptr<float>();
    auto generator = at::detail::getDefaultCPUGenerator();
    auto* own = at::check_generator<at::CPUGeneratorImpl>(generator);
    std::lock_guard<std::mutex> lock(own->mutex_);
    auto engine = own->engine();
    Words draws(engine.data());
    for (int64_t rest = tensor.numel(); rest > 0;) {
      const auto count = std::min(rest, Chunk);
      draws.fill(words, 2 * count);
      for (int64_t i = 0; i < count; ++i) *out++ = (((uint64_t(words[2 * i]) << 32) | words[2 * i + 1]) & (all - 1)) < below ? 1.f : 0.f;
      rest -= count;
    }
    engine.set_data(draws.state());
    own->set_engine(engine);
    return 0;
  });
}
