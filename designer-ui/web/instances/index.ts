import './time';
import './process-view';
import './heat-view';
