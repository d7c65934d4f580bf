#pragma once

#include <kijun/audit.h>
#include <kijun/report.h>
#include <kijun/result.h>
#include <kijun/rules.h>
#include <kijun/survey.h>
