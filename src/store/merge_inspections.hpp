#pragma once

#include "domain/inspection.hpp"

namespace northlight::store {

/// One inspection out of what is kept of it and what another source, or a second reading of the
/// same, states. A published report comes before our summary, that before a ratings table; among
/// equals the newcomer comes first. The first decides; what it leaves unknown is filled from the
/// other: single facts, each standard and each key question by its id, and whole lists that the
/// first has empty. Findings, questions and the text stand together: they come from the first that
/// has the text. A line number is kept only beside the text that it counts in.
domain::PublishedInspection merge(domain::PublishedInspection kept,
                                  domain::PublishedInspection incoming);

}  // namespace northlight::store
