// The small operators called from C++: what libtorch itself takes. The overhead of a language is what it adds to this.
// Reads "NAME COUNT" lines, answers "SECONDS CHECK", as peer.py does.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <string>

int main() {
  at::set_num_threads(std::atoi(std::getenv("OMP_NUM_THREADS")));
  at::manual_seed(0);
  auto x = at::rand({8, 8}), y = at::rand({8, 8});
  std::map<std::string, std::function<at::Tensor()>> operators{
      {"small-add", [&] { return at::add(x, y); }},       {"small-scale", [&] { return at::mul(x, 2.0); }},
      {"small-relu", [&] { return at::relu(x); }},        {"small-matmul", [&] { return at::mm(x, y); }},
      {"small-sum", [&] { return at::sum(x); }},
  };
  std::string name;
  long count;
  while (std::cin >> name >> count) {
    auto& apply = operators.at(name);
    auto start = std::chrono::steady_clock::now();
    at::Tensor last;
    for (long i = 0; i < count; i++) last = apply();
    double check = last.sum().item<double>();
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%.9g %.17g\n", seconds.count(), check);
    std::fflush(stdout);
  }
}
