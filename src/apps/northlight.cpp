#include "cli/program.hpp"

int main(int argument_count, char** arguments) {
  return northlight::cli::program(argument_count, arguments);
}
