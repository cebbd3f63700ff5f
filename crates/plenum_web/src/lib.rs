//! The web: conversion in, conversion out. Routes, extractors, headers, error pages, JSON bodies and feeds.

pub mod reading_json;
